package text

// Stock is a word that a record keeps as text although the program itself proposes it: a grade of
// the settings' first list, a trade that has committees of its own, how somebody came into office.
// It is said in the language of the screen; what a hall has worded itself stays as it is.
func Stock(s string) Message {
	if m, ok := stock[s]; ok {
		return m
	}
	return Raw(s)
}

// stock holds those words by their Chinese, as the records keep them.
var stock = byChinese(
	M("特级", "top"), M("一级", "first"), M("二级", "second"), M("三级", "third"),

	M("推选", "elected"), M("聘任", "appointed"), M("村民代表会议推选", "elected by the villagers' delegates"),
	M("年度考核", "yearly assessment"), M("评选", "selection"), M("岗位调整", "change of post"), M("年龄原因", "age"), M("住院休养", "in hospital, resting"),

	M("人民法院", "the People's Court"), M("派出所", "the police station"), M("信访办", "the petitions office"), M("检察院", "the procuratorate"),

	M("医疗纠纷", "medical"), M("道路交通", "road traffic"), M("物业管理", "property management"), M("劳动争议", "labour"), M("消费维权", "consumers"),
	M("环境保护", "environment"), M("知识产权", "intellectual property"), M("婚姻家庭", "marriage and family"), M("征地拆迁", "expropriation"), M("保险", "insurance"),
	M("银行", "banking"), M("旅游", "tourism"), M("电子商务", "e-commerce"), M("校园伤害", "school accidents"), M("建筑工程", "construction"),
	M("纺织印染", "textiles and dyeing"), M("农产品", "farm produce"), M("渔业", "fishery"), M("快递物流", "delivery and logistics"), M("房地产", "real estate"),
	M("海事", "maritime"), M("茶业", "tea"), M("黄酒", "rice wine"), M("校外培训", "tutoring"), M("养老服务", "care of the old"),
)

func byChinese(ms ...Message) map[string]Message {
	out := make(map[string]Message, len(ms))
	for _, m := range ms {
		out[m.zh] = m
	}
	return out
}
