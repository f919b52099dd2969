// Package seed fills a hall with sample people and disputes, the same for the same number:
// names as they are along the lower Yangtze, invented places, telephones and identity
// numbers that can belong to nobody, disputes in the shares of a real city's month. Every
// case goes the hall's own course, step by step, so that nothing in it could not have been.
package seed

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"sizhen/store/hall"
)

// area is no district's code, so that no number made here is anybody's.
const area = "330699"

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// Places bear invented names.
var (
	towns    = strings.Fields("禾坪镇 临渡镇 石舫镇 沙汀乡 白鹭街道 云岙乡")
	villages = strings.Fields(`小港村 前宅村 后宅村 渔浦湾村 石桥头村 章家埠村 俞家岙村 金塘村 沈巷村 徐家溇村
		王家汇村 陈湾村 李家斗村 下塘村 上塘村 横泾村 直泾村 桑园村 菱塘村 荷花漾村
		莲池村 芦荡村 柳岸村 竹山村 梅岭脚村 杨梅坞村 茶坞村 栗树坪村 枫树下村 樟树底村
		桂花弄村 乌石村 白沙滩村 黄泥岗村 青石弄村 砚瓦山村 凤凰墩村 龙潭头村 狮子口村 鹿鸣坑村
		雁宕村 鹤池村 双溪口村 三叉港村 四面汇村 五里牌村 七星墩村 八字坝村 九曲泾村 十里亭村
		东浜村 西浜村 南圩村 北圩村 新联圩村 团结塘村 丰产畈村 和睦桥村 太平埠村 长乐渡村
		安宁庵村 永思堂村 大树下村 老闸口村 新闸口村 盐仓头村 驿亭弄村 铁店湾村 窑前村 社戏台村`)
)

// What names are made of. The surnames stand as often as they are met.
var (
	surnames = strings.Fields(`王 王 王 王 陈 陈 陈 陈 张 张 张 李 李 徐 徐 徐 章 章 俞 俞 金 金 沈 沈 沈 周 周 朱 朱 吴 吴 叶 郑 钱 孙
		胡 赵 何 高 林 谢 宋 许 蒋 陆 陆 丁 阮 阮 倪 严 董 杜 罗 杨 杨 马 夏 冯 施 方 潘 傅 袁 顾 屠 茹 谭 魏 阎 祝 竺 裘 单 任 柴 娄 骆 厉 宣 喻`)
	compounds  = strings.Fields("欧阳 上官 司徒 诸葛 尉迟 夏侯 皇甫 东方")
	maleOld    = strings.Fields("阿毛 阿根 水根 水生 建国 国强 金水 关林 友根 志明 柏林 文华 德兴 永泉 福生 仁法 张法 生林 炳炎 宝根 长庚 如海")
	femaleOld  = strings.Fields("雪琴 月娥 桂香 阿凤 水仙 秀英 彩娟 金花 菊英 素珍 杏珍 爱珠 凤仙 美琴 银娣 香莲 玉珍 招娣 荷珍 阿彩 婉珍 云仙")
	maleNew    = strings.Fields("伟 杰 斌 超 磊 鑫 宇航 浩然 俊杰 佳伟 晓东 海峰 立波 天宇 梓豪 一鸣 建军 利明 国平 军 勇 明 毅 涛 钢 凯")
	femaleNew  = strings.Fields("芳 敏 静 丽 婷 燕 娜 佳怡 梦婷 晓燕 丽娟 雅琴 诗涵 欣怡 海燕 红英 琼 洁 莹 琳 倩 玲玲 思琪 蓓 霞 亚萍")
	rareMale   = strings.Fields("𠮷 𠮷生 喆 犇 堃 㸌 翀 頔")
	rareFemale = strings.Fields("㛃 雪㛃 婳 赟 珺 媄 璟 甯")
	minorities = []hall.Details{
		{Name: "阿卜杜拉·买买提", Ethnic: "维吾尔族", Sex: hall.Male}, {Name: "古丽娜尔·艾尼瓦尔", Ethnic: "维吾尔族", Sex: hall.Female},
		{Name: "吐尔逊·卡德尔", Ethnic: "维吾尔族", Sex: hall.Male}, {Name: "阿依古丽·吾甫尔", Ethnic: "维吾尔族", Sex: hall.Female},
		{Name: "叶尔波力·哈森", Ethnic: "哈萨克族", Sex: hall.Male}, {Name: "次仁·扎西", Ethnic: "藏族", Sex: hall.Male},
		{Name: "吉克·阿果", Ethnic: "彝族", Sex: hall.Female}, {Name: "沙马·拉且", Ethnic: "彝族", Sex: hall.Male},
	}
	oldTrades = strings.Fields("务农 务农 退休 退休 养鱼 护工 保洁")
	trades    = strings.Fields("务农 工人 工人 个体户 司机 泥水工 教师 店员 快递员 养殖户 裁缝 外卖骑手 会计 木工")
	backs     = strings.Fields("退休村干部 两委干部 法治带头人 法律顾问 两代表一委员 网格员 平安志愿者 老党员 老教师 老政法干警 律师 行业专家")
)

// villageOf picks a village; those at the front of the list are the larger ones.
func villageOf(r *rand.Rand) string {
	return villages[min(r.IntN(len(villages)), r.IntN(len(villages)))]
}

// nameOf makes up the name of somebody of a sex and an age.
func nameOf(r *rand.Rand, sex hall.Sex, age int) string {
	family := pick(r, surnames)
	if r.IntN(60) == 0 {
		family = pick(r, compounds)
	}
	old, young, rare := maleOld, maleNew, rareMale
	if sex == hall.Female {
		old, young, rare = femaleOld, femaleNew, rareFemale
	}
	switch {
	case r.IntN(150) == 0:
		return family + pick(r, rare)
	case age >= 55:
		return family + pick(r, old)
	}
	return family + pick(r, young)
}

// want says whom a story needs; zero fields leave it open.
type want struct {
	village, family string
	sex             hall.Sex
	least, most     int // years old
}

func (w want) anybody() bool { return w.family == "" && w.sex == hall.SexUnknown && w.most == 0 }

// details makes up a grown-up as the front desk writes one down on a day: now and then
// without a document or a telephone, as at a real desk.
func (f *filler) details(day hall.Day, w want) hall.Details {
	r := f.r
	age := 20 + (r.IntN(66)+r.IntN(66))/2
	if w.most > 0 {
		age = w.least + r.IntN(w.most-w.least+1)
	}
	d := hall.Details{Sex: hall.Sex(1 + r.IntN(2)), Village: w.village, Ethnic: "汉族"}
	if w.sex != hall.SexUnknown {
		d.Sex = w.sex
	}
	d.Name = nameOf(r, d.Sex, age)
	if w.family != "" {
		d.Name = w.family + strings.TrimPrefix(d.Name, familyOf(d.Name))
	} else if r.IntN(180) == 0 && w.anybody() {
		m := pick(r, minorities)
		d.Name, d.Sex, d.Ethnic = m.Name, m.Sex, m.Ethnic
	}
	d.Birth = day - hall.Day(age*365+age/4+1+r.IntN(360))
	if r.IntN(8) != 0 {
		d.DocNumber = f.idNumber(d.Birth, d.Sex)
	}
	if r.IntN(12) != 0 {
		d.Phone = phone(r)
	}
	d.Address = d.Village + strconv.Itoa(1+r.IntN(12)) + "组" + strconv.Itoa(1+r.IntN(180)) + "号"
	if d.Occupation = pick(r, trades); age >= 60 {
		d.Occupation = pick(r, oldTrades)
	}
	return d
}

// familyOf is the surname in a name made here; names with a middle dot have none.
func familyOf(name string) string {
	if strings.Contains(name, "·") {
		return ""
	}
	for _, c := range compounds {
		if strings.HasPrefix(name, c) {
			return c
		}
	}
	for i := range name {
		if i > 0 {
			return name[:i]
		}
	}
	return name
}

// phone has the form of a mobile number and a prefix, 10, that no operator has.
func phone(r *rand.Rand) string { return fmt.Sprintf("10%09d", r.IntN(1_000_000_000)) }

// idNumber makes up an identity number that nobody else in the hall has, with a right check
// place. It is empty when a birthday has none left.
func (f *filler) idNumber(birth hall.Day, sex hall.Sex) string {
	y, m, d := birth.Date()
	for range 50 {
		order := 1 + f.r.IntN(499)*2 // odd for men
		if sex == hall.Female {
			order++
		}
		s := fmt.Sprintf("%s%04d%02d%02d%03d", area, y, m, d, order)
		if s += string(hall.IDCheckPlace(s)); !f.given[s] {
			f.given[s] = true
			return s
		}
	}
	return ""
}
