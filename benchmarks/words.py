"""The words that generated documents are made of; every place in them is invented."""

from __future__ import annotations

#: A city is one of the first and one of the second.
CITY_FIRST = "岚沐澄霁棠芷筠湄汐砚"
CITY_SECOND = "溪岭湖浦麓湾坪渚泽岫"

COUNTIES = ("云岭县", "临湖区", "望溪县", "城东区", "松坪县", "石桥区")
VILLAGES = ("青石", "白沙", "红枫", "双井", "柳林", "高坡", "竹园", "古渡")

#: Fields of work, and the body that leads in each.
FIELDS = (
    ("农村供水", "市水利局"),
    ("防汛备汛", "市应急管理局"),
    ("校舍安全", "市教育局"),
    ("家政行业", "市商务局"),
    ("道路养护", "市交通运输局"),
    ("小区改造", "市住房城乡建设局"),
    ("水质监测", "市生态环境局"),
    ("社区养老", "市民政局"),
    ("基层医疗", "市卫生健康委"),
    ("文化惠民", "市文化广电旅游局"),
    ("技能提升", "市人力资源社会保障局"),
    ("农田建设", "市农业农村局"),
)

#: Bodies that join in the work of others.
OTHERS = ("市财政局", "市发展改革委", "市审计局", "市公安局", "市司法局", "市统计局", "市林业局", "市气象局")

#: Measures: heading, sentences, and what a table says of the same work.
MEASURES = (
    ("开展全面排查", "对全市{field}情况逐一排查，建立问题清单和整改台账，先行整治{place}等{n}处薄弱环节。", "整治{place}{field}薄弱环节"),
    ("完善工作标准", "制定{field}工作规范和考核细则，选择{place}等{n}个点开展试点，形成可复制的经验。", "在{place}开展{field}规范试点"),
    ("加快项目建设", "实施{field}重点项目{n}个，其中{place}项目列入年度计划，严格控制投资和工期。", "建成{place}{field}项目"),
    ("配齐专业人员", "充实{field}力量，为{place}等地选派专业人员{n}名，实行持证上岗。", "为{place}选派{field}专业人员"),
    ("强化资金保障", "统筹安排{field}专项资金{n}万元，重点支持{place}，资金使用情况依法公开。", "落实{place}{field}专项资金"),
    ("推进数据共享", "归集{field}基础数据{n}万条，在{place}率先接入统一平台，实现一次采集、多方使用。", "接入{place}{field}数据"),
    ("畅通群众渠道", "公布{field}热线，全年受理群众诉求不少于{n}件，对{place}反映集中的问题挂牌督办。", "督办{place}{field}诉求"),
    ("组织业务培训", "分批举办{field}培训班，培训骨干{n}人次，课程送到{place}等一线单位。", "在{place}举办{field}培训班"),
    ("健全应急机制", "修订{field}应急预案，储备物资{n}件，在{place}组织一次实战演练。", "在{place}组织{field}演练"),
    ("开展第三方评估", "委托专业机构对{field}成效进行评估，走访{place}等地住户{n}户，结果向社会公布。", "完成{place}{field}评估"),
)

#: Sentences without a task for the parts around the measures.
AIMS = (
    "坚持问题导向和系统观念，统筹当前与长远，推动{field}工作提质增效。",
    "坚持因地制宜、分类施策，不搞“一刀切”，切实减轻基层负担。",
    "坚持政府主导、社会参与，形成上下联动、齐抓共管的工作格局。",
)
GUARANTEES = (
    ("加强组织领导", "建立{field}工作联席会议制度，每季度研究一次重大事项，及时协调解决困难和问题。"),
    ("严格监督检查", "把{field}工作纳入年度督查计划，对落实不力的单位予以通报。"),
    ("注重宣传引导", "运用广播、电视和新媒体宣传{field}政策，总结推广基层的好做法。"),
)
