// Package seed fills a hall with sample people and disputes, the same for the same number:
// names as they are along the lower Yangtze, invented villages, telephones and identity
// numbers that can belong to nobody, disputes in the shares of a real city's month.
package seed

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"sizhen/store/hall"
)

var (
	surnames = []rune("王王王陈陈陈张张李李徐徐章章俞金沈沈周周吴朱胡林何高郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文单解仇查盖葛阮尉诸屠裘竺娄")
	compound = []string{"欧阳", "上官", "尉迟", "诸葛", "司马", "长孙"}
	maleEnd  = []rune("国建军明伟强平华林根水土荣祥福法生木火金海江涛波峰刚勇斌杰浩宇轩泽晨龙虎富贵忠义仁礼松柏校炳苗泉灿")
	maleMid  = []rune("建国志文永水阿金关柏伯仲正光家荣长天德学新兴明海宝根")
	femEnd   = []rune("琴芳英娟娥香花兰珍凤莲美丽梅红燕霞玲萍娣仙月菊秀芬珠琼瑶婷怡雯静洁欣悦颖倩雅䶮㛃")
	femMid   = []rune("雪月秀阿小美丽桂玉惠爱金春秋彩素巧文亚晓佳梦")
	villages = strings.Fields("小港 大桥 塘角 东岙 西岙 里湖 外湖 章家 俞家 陈家埭 沈家堰 王家汇 前庄 后庄 上河 下河 竹园 桑园 梅坞 松坞 石门 石塘 渔塘 新塘 老街 南街 北街 河东 河西 桥头 桥下 岭脚 岭南 白马 青山 青龙 双溪 三溪 五星 联丰 联合 红旗 前进 东风 永丰 永和 长塘 长岭 大坞 小坞 樟树 枫树 柳岸 荷塘 湖滨 滨江 江口 渡口 官渡 驿亭 古塘 新建")
	towns    = []string{"百官镇", "清溪镇", "白塘乡", "长岭乡", "湖滨街道", "江口镇"}
	minority = []string{"阿卜杜拉·买买提", "古丽娜尔·艾山", "扎西次仁", "卓玛央金", "韦阿妹", "𠮷冈健"}
	trades   = []string{"务农", "务工", "个体经营", "退休", "教师", "驾驶员", "泥水工", "养殖户", "外卖员", "无业"}
	backs    = []string{"退休村干部", "两委干部", "法治带头人", "法律顾问", "两代表一委员", "网格员", "平安志愿者", "老党员", "老教师", "老政法干警", "律师", "行业专家"}
	firms    = []string{"建筑劳务有限公司", "纺织有限公司", "物业服务有限公司", "装饰工程部", "农机专业合作社", "超市", "电子商务商行", "水产养殖场"}
)

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// personName is a name of two or three characters, now and then a rarer one.
func personName(r *rand.Rand, sex hall.Sex) string {
	switch n := r.IntN(400); {
	case n == 0:
		return pick(r, minority)
	case n < 4:
		return pick(r, compound) + given(r, sex)
	}
	return string(pick(r, surnames)) + given(r, sex)
}

func given(r *rand.Rand, sex hall.Sex) string {
	mid, end := maleMid, maleEnd
	if sex == hall.Female {
		mid, end = femMid, femEnd
	}
	last := string(pick(r, end))
	if r.IntN(4) == 0 {
		return last
	}
	return string(pick(r, mid)) + last
}

func village(r *rand.Rand) string { return pick(r, villages) + "村" }

// phone begins with 100 to 109: no operator in China has given out such numbers.
func phone(r *rand.Rand) string { return fmt.Sprintf("10%d%08d", r.IntN(10), r.IntN(100000000)) }

// idNumber has the right check place and an area code (330699) that belongs to no county.
func idNumber(r *rand.Rand, birth hall.Day, sex hall.Sex) string {
	y, m, d := birth.Date()
	order := r.IntN(500) * 2
	if sex == hall.Male {
		order++
	}
	s := fmt.Sprintf("330699%04d%02d%02d%03d", y, m, d, order)
	return s + string(hall.IDCheckPlace(s))
}

// details makes a person as he would stand in the register; some things are left open, as
// they are at a busy desk.
func details(r *rand.Rand, today hall.Day) hall.Details {
	sex := hall.Sex(1 + r.IntN(2))
	birth := today - hall.Day((20+r.IntN(65))*365+r.IntN(365))
	d := hall.Details{Name: personName(r, sex), Sex: sex, Birth: birth, Village: village(r), Phone: phone(r)}
	if r.IntN(3) > 0 {
		d.DocNumber = idNumber(r, birth, sex)
	}
	if r.IntN(2) == 0 {
		d.Occupation = pick(r, trades)
		d.Address = fmt.Sprintf("%s%d组%d号", d.Village, 1+r.IntN(12), 1+r.IntN(200))
	}
	return d
}

// firm makes an organisation.
func firm(r *rand.Rand) hall.Details {
	return hall.Details{
		Kind: hall.Organisation, Doc: hall.DocCredit, Name: pick(r, towns) + pick(r, villages) + pick(r, firms),
		Phone: phone(r), Contact: personName(r, hall.Male),
	}
}
