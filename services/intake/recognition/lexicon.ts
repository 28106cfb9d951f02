import type { Category, Matter } from '#libs/policy/matters.js';

/** What a word is, where two words together tell more than each alone. */
export type Tag =
  | 'owe' | 'pay' | 'work' | 'sum' | 'unpaidPremium' | 'premium' | 'hurt' | 'child' | 'school' | 'elder' | 'home' | 'alone' | 'village' | 'land'
  | 'letting' | 'study' | 'craft' | 'danger' | 'away' | 'culture' | 'law' | 'fired' | 'hukou' | 'need';

export interface Term {
  readonly category: Category | null;
  readonly matter?: Matter;
  /** How much the word says before anything is learned, in nats: 3 names the matter by itself, 2 is strong, 1 is a hint. */
  readonly weight: number;
  readonly tag?: Tag;
  /** A wrong: `没有拖欠` does not speak of arrears. */
  readonly deniable?: true;
}

export interface Pair {
  readonly tags: readonly [Tag, Tag];
  /** Characters from the end of the one word to the beginning of the other. */
  readonly within: number;
  readonly category: Category;
  readonly matter?: Matter;
  readonly weight: number;
}

type Row = readonly [place: string, weight: number, words: string, tag?: Tag];

/** Words that name a wrong or a blow, and with a denial right before them do not. */
const wrongs: readonly Row[] = [
  ['D01 wages', 3, '欠薪 讨薪 欠工资 拖欠工资 克扣工资 工资拖欠 欠发工资 拿不到工资 要不到工资 血汗钱 讨要工资 追讨工资 不发工资 没发工资 不给工资 没给工资 工资没发 工资不发 工资没给 工资没结 工资未发 工资未付 工资不给 不开工资 没开工资 不发钱 不给发钱', 'pay'],
  ['D01 wages', 1.5, '拖欠 克扣 欠发 扣发 尚欠 被欠 赖账 扣着 压着 拖着 扣了 欠着 欠了 欠我 欠他 欠俺 差我 少给 少发 扣工资 不结账 没结账', 'owe'],
  ['D01 dismissal', 3, '辞退 开除 解雇 裁员 炒鱿鱼 炒了 违法解除 解除合同 解除劳动合同 解除劳动关系 被辞 劝退 不用来了 不让上班 逼我辞职 逼辞 自动离职 辞掉', 'fired'],
  ['D01 workInjury', 3, '工伤 工亡 因工受伤 伤残等级 伤残鉴定', 'hurt'],
  ['D01 workInjury', 1.5, '砸伤 轧伤 压伤 摔伤 烫伤 割伤 扎伤 受伤 骨折 砸断 轧断 压断 断了手指 断指 摔断 砸到 摔下来 绞了 绞断 绞伤 崩伤 伤了 触电 摔了', 'hurt'],
  ['D02 occupationalDisease', 3, '职业病 尘肺 尘肺病 矽肺 职业中毒 苯中毒 铅中毒 噪声聋 职业性'],
  ['X1 disaster', 2.5, '失火 火灾 着火 起火 水灾 洪水 冲垮 爆炸 烧毁 烧光 全烧 车祸 泥石流 地震 台风'],
];

const names: readonly Row[] = [
  ['D01 wages', 2, '工资 工钱 薪水 薪酬 报酬 劳务费 劳动报酬 加班费 工费 人工费 人工费用 薪资 开支 绩效 提成 奖金 年终奖 配送费 运费 公资 工姿 底薪 生活费 工分 工价 辛苦钱', 'pay'],
  ['D01 wages', 2, '最低工资 工资标准 工资条 民工工资 农民工工资 工资欠条 欠条 加班工资 计件工资 工资表 扣工钱'],
  ['D01 wages', 1, '未付 未支付 没付 未发 没发 不发 没给 不给 没结 未结 不结 拿不到 要不到 要不回 讨不到 没拿到 没着落 不付 未给 没到手 没影 不支付 结清 付清 没见着 没见到 没打 不肯付 不肯给 不认账 欠钱 还欠 欠 拖', 'owe'],
  ['D01 wages', .8, '老板 包工头 工头 工地 班组 劳务公司 劳务队 施工队 项目部 总包 分包 承包人 厂里 公司 单位 工厂 厂子 车间 干活 打工 上班 做工 干了 店里 店方 饭店 站点 骑手 外卖 网约车 带班 小包 厂长 工友 民工 农民工 雇主 包活 日结 施工方 劳务 队里', 'work'],
  [' wages', 0, '元 块钱 块 万元 一分钱 一分 一毛钱', 'sum'],
  ['D01 socialInsurance', 2, '社保 社会保险 五险一金 五险 养老保险 参保 缴费基数', 'premium'],
  ['D01 socialInsurance', .8, '没交 不交 没缴 不缴 未缴 未交 断缴 断交 补缴 少缴 没给交 不给交 没有交 没有缴 不缴纳 没有缴纳 未缴纳 补交 不买 没买 没有买 不给买 没上 不给上 断了 不给员工', 'unpaidPremium'],
  ['D01 workInjury', 2.5, '工伤认定 工伤赔偿 工伤保险 评残 伤残 医药费 停工留薪', 'hurt'],
  ['D01 laborContract', 2.5, '签劳动合同 没签合同 不签合同 没签劳动合同 不签劳动合同 未签订 未签劳动合同 没签过合同 没有签合同 没有签订 双倍工资 强制加班 超时加班 高温补贴 高温津贴 防暑降温 降温费 年休假 休年假 调休 休息日 全年无休 加班小时 没有休息 空白合同 扣押身份证 扣押证件 续签合同 不续签 工作时间 每天工作'],
  ['D01 laborContract', 1.5, '劳动合同 劳动法 年假 病假 高温 身份证扣 扣身份证 毕业证 加班'],
  ['D01 dismissal', 3, '经济补偿 经济补偿金 赔偿金 补偿金 离职补偿 n+1 N+1 2N 2n'],
  ['D01 dismissal', 1.2, '辞职报告 辞职 调岗 怀孕 产假 试用期 离职'],
  ['D02 siteHazard', 3, '安全隐患 安全网 安全带 安全帽 护栏 脚手架 无防护 防护罩 防护栏 违规施工 违规作业 消防通道 灭火器 临边 基坑 围挡 塔吊 升降机 漏电 吊装 警示灯 警示标志 防护措施 防护装置 钢丝绳 配电箱 支护 安全生产 违规生产 超载 高空作业 高处作业', 'danger'],
  ['D02 siteHazard', 1.5, '电线 裸露 螺栓 倒塌 坍塌 塌方 坠落 随时会 随时可能 太危险 危险 隐患 消防 安全事故 伤人 易燃', 'danger'],
  ['D02 occupationalDisease', 2, '粉尘 有毒 中毒 白细胞 噪声 噪音大 听力 职业健康 耳塞 口罩 防毒 胶水味 刺鼻 放射 职业健康体检 肺上 血液异常'],
  ['D02 psychological', 3, '心理 心理咨询 心理疏导 心理医生 心理热线 心理援助 心理健康 抑郁 焦虑 失眠 思想开导 情绪低落 活着没意思 开导'],
  ['D02 psychological', 1, '压力大 压力太大 睡不着 精神状态 情绪 想不开'],
  ['D03 hukou', 3, '落户 入户 迁户口 户口迁 户籍迁 迁户籍 积分落户 积分入户 户口从 转户口 上户口 集体户 集体户口 登记户口 投靠 准迁证 迁移证 转成本地户籍 户籍窗口 户籍科 非转农 随迁户口 户口可以', 'hukou'],
  ['D03 hukou', 1.5, '户口 户籍 派出所 迁到 迁过来 迁入 公安局', 'hukou'],
  ['D03 residencePermit', 3, '居住证 暂住证 暂住登记 居住登记 签注 居住证明'],
  ['D04 training', 3, '技能培训 职业培训 培训班 夜校 技能课 学手艺 学技术 职业技能 电工班 免费的班 免费培训 学一门手艺 职业技术 再就业培训 学习班'],
  ['D04 training', 1.5, '培训 学艺 转行 学挖掘机 想学 开班 课程 学费 上课 技师 提升自己 授课 学员', 'study'],
  ['D04 subsidy', 3, '培训补贴 技能补贴 技能提升补贴 学徒补助 学徒制 技能提升 培训补助 鉴定补贴'],
  ['D04 subsidy', .8, '补贴 补助'],
  ['D04 certificate', 3, '焊工证 电工证 叉车证 上岗证 职业资格 技能等级 等级证书 技能证书 资格证 证书 考证 复审 高级工 中级工 月嫂证 操作证 特种作业 职业资格证'],
  [' certificate', 0, '电工 焊工 叉车 挖掘机 月嫂 厨师 厨艺 电梯 美容 护理 家政 计算机 电商', 'craft'],
  ['D05 enrolment', 3, '入学 上学 转学 一年级 幼儿园 学籍 随迁子女 借读 借读费 赞助费 小学 初中 中考 高考 读书 公办学校 民办学校 招生 择校 学区 片区 插班 打工子弟 就读 学位 学校拒收 升学 异地高考 初一 念书 上学难 报名入学 公办园', 'school'],
  ['D05 enrolment', 1, '学校 教育局 开学 老师 校门口 读高中 高三 念 班主任 高中 教委', 'school'],
  [' child', 0, '孩子 娃 儿子 女儿 子女 小孩 娃儿 老大 老二 闺女 宝宝 学生', 'child'],
  ['D06 insurance', 3, '医保 医疗保险 新农合 医保卡 合作医疗 居民医保 职工医保 大病保险 生育保险 生育津贴 医保局 生育待遇 药店刷 城乡居民医保'],
  ['D06 insurance', .8, '报销 看病 门诊 住院 药店 生孩子 停保'],
  ['D06 crossRegionSettlement', 3.5, '异地就医 异地结算 异地住院 异地报销 跨省结算 跨省门诊 跨省就医 转诊 直接结算 异地医保 转诊备案 异地备案'],
  ['D06 crossRegionSettlement', 1, '备案 异地 跨省 老家医保 不给报'],
  ['D06 vaccination', 3.5, '疫苗 接种 打预防针 预防针 打针本'],
  ['D06 publicHealth', 3, '传染病 疾控 卫生院 社区医院 公共卫生 体检 产检 肺结核 消毒 腹泻 拉肚子 发烧 食物中毒 两癌 筛查 叶酸 免费体检 食堂卫生 结核 流行病 社区卫生 孕检'],
  ['D07 publicRental', 3, '公租房 保障性租赁 保障性住房 保障性租赁住房 保障房 廉租 廉租房 人才公寓 蓝领公寓 农民工公寓 职工公寓 住房保障 公积金 住房公积金 保租房 租房补贴 轮候 夫妻房 租赁住房 住房补贴 租赁房 经济适用房'],
  ['D07 agencyFee', 3, '中介费 黑中介 房屋中介 房产中介 二房东 租房中介 中介收 中介乱'],
  ['D07 agencyFee', 1.5, '中介 押金 退租 房租 租房 租金 房东 服务费 钥匙费 租的房 卫生费 隔断', 'letting'],
  ['D08 election', 3, '选民 选举 换届 投票 选村 村主任 贿选 拉票 买票 人大代表 候选人 选民证 村委会选举 居委会选举 选票'],
  ['D08 workersCongress', 3.5, '职代会 职工代表大会 职工代表 厂务公开'],
  ['D08 partyMembership', 3.5, '党员 党组织 组织关系 党费 党支部 支部 入党 流动党员 党委 预备党员'],
  ['D09 venues', 3, '图书馆 图书室 阅览室 书屋 篮球场 文化馆 文化站 体育馆 体育场 健身器材 活动室 羽毛球 游泳馆 借书 借阅 农家书屋 文体 打球 健身 球场 文化广场 博物馆 书报 活动中心 乒乓球 跑步', 'culture'],
  ['D09 events', 3, '电影 文艺 演出 晚会 歌唱比赛 歌手 运动会 文化活动 文化节 文艺演出 联欢 广场舞 象棋 娱乐 娱乐活动 业余生活 春联 戏曲 讲座 文化下乡 送戏 唱歌比赛 业余', 'culture'],
  ['D09 events', 1, '文化 节目 电视 看书 下班后 没有去处 没处去 单调 闲得慌'],
  ['D10 newResident', 3, '新市民 社区融入 融入社区 刚搬 新搬 外来人口登记 流动人口登记 人生地不熟 邻里 网格员 社区志愿 志愿者 党群服务 外来户 新来的 初来乍到 社区活动 议事会 融进 融入 志愿服务 城市生活 社区服务 新居民'],
  ['D10 newResident', 1.2, '社区 居委会 邻居 租户 外地人 外来人员 外来人口 刚到 搬来 搬到 熟人 不认识 排挤 歧视 方言 当地话 本地话 本地人 看不起'],
  ['D11 union', 3, '工会 入会 会费 工会会员 户外劳动者 职工互助 互助保险 会员卡 驿站'],
  ['D11 youthLeague', 3.5, '共青团 团组织 团组织关系 团员 团支部 团委 团市委 团关系 团的关系 青年驿站 团费'],
  ['D11 womensFederation', 3.5, '妇联 妇女联合会 妇女儿童维权 家庭暴力 家暴 娘家人'],
  ['D12 child', 3, '留守儿童 留守孩子 留守娃 留守学生 儿童之家 孩子没人照 孩子没人看 孩子没人管 无人抚养 监护 留在家的孩子 留在老家的孩子 没人管 关爱 童伴'],
  ['D12 elder', 3, '留守老人 空巢 独居 高龄补贴 老年食堂 送餐 日间照料 养老服务 独居老人 孤寡'],
  ['D12 woman', 3, '留守妇女 留守妇女创业 留守在家 妇女主任 妻子留守 媳妇留守 留守的妇女'],
  ['D12 child', 1, '照看 照护 看护 托管 托管班 留守 爷爷奶奶 奶奶 爷爷 外婆 婆婆 爷爷管 逃学 玩水 社工'],
  ['D12 elder', 1, '老人 父母 老父亲 老母亲 爹妈 老娘 父亲 母亲 老爹 大伯 爹娘 老两口', 'elder'],
  ['D12 ', .6, '老家 家里 农村 家中 村上 在家', 'home'],
  ['D12 ', 1, '没人照看 无人照看 没人照顾 无人照顾 没人照料 身边没有 独自 一个人 一人在家 没人看 没有人管 没有人看 自己一个 上门看看 上门瞧瞧 赶不回去 回不去', 'alone'],
  ['D12 ', .5, '在外打工 外出打工 在外务工 外出务工 在外 出门打工', 'away'],
  ['D13 landContract', 3.5, '承包地 土地承包 责任田 耕地 流转费 土地流转 承包权 确权 延包 林地 林权证 种地补贴 口粮田 承包田 承包的田 承包的地 田地 自留地 承包经营 农田 承包合同', 'land'],
  ['D13 homestead', 3.5, '宅基地 老屋的地基 建房指标 农房 老宅 翻建 回村建房 宅基', 'land'],
  ['D13 collectiveIncome', 3.5, '集体收益 集体经济 分红 集体分红 村集体 股权证 股份合作 征地补偿 征地款 征收补偿 成员资格 村民待遇 土地补偿 村账 补偿款 集体资产 集体土地'],
  ['D13 ', 1, '村里 村干部 村委会 村组 组里 组长 村组长 村民 老房子 社员 外嫁女 种别人 村支书 镇上', 'village'],
  [' landContract', 0, '的地 的田 土地 两亩 几亩 亩地 亩', 'land'],
  ['X1 relief', 3, '临时救助 救助金 低保 生活无着 救济 困难补助 身无分文 没钱吃饭 没饭吃 吃饭都成问题 没吃的 两天没吃 没钱回家 特困 急难 困难救助 生活困难 困难家庭 无处可住 无处住 没有地方住 没地方睡 没钱交住院 无家可归', 'need'],
  ['X1 relief', 1.2, '救助 民政 重病 癌症 尿毒症 白血病 住院费 大病 困难 欠债 没钱治 借遍 花光积蓄 钱包被偷 没钱买票 搭把手 欠债 欠下 负债 外债', 'need'],
  ['X1 vagrant', 3.5, '流浪 乞讨 露宿 救助站 救助管理站 桥洞 讨饭 睡大街 街头 天桥 要饭 睡在火车站 睡在车站'],
  ['X1 noIncome', 3, '没有收入 无收入 没收入 没有生活来源 断了收入 没了收入 没有经济来源 一点收入'],
  ['X2 jobSeeking', 3, '找工作 求职 招聘 招聘会 招工 招人 零工市场 公益性岗位 公益岗位 职业介绍 职介所 职业中介 介绍工作 找活 找份 岗位 创业 创业贷款 就业服务 就业困难 就业大巴 零工 人才市场 用工信息 找不到活 就业 没活干 劳务市场 人力资源市场 介绍费'],
  ['X2 unemploymentRegistration', 3, '失业登记 登记失业 失业金 失业保险金 就业失业登记 失业保险 失业证'],
  ['X2 ', 1, '失业 返乡'],
  ['X3 legalAid', 3, '法律援助 法援 律师 援助律师 公益律师 免费律师 12348 法律咨询 法律顾问 打官司 诉讼费 起诉书 诉状 法律服务 司法局 法律明白人 受援 普法 代写 法律上的事', 'law'],
  ['X3 legalAid', 1, '开庭 法律 起诉 官司 援助 法院 合同条款', 'law'],
  ['D01 wages', 2, '月薪 日薪 时薪 周薪 餐补 全勤奖 满勤奖 年终 补发 发薪 工程人工 力气钱 单价 奖励金 务工费 误工费 过节费 夜班费 岗位津贴 计件', 'pay'],
  ['D01 wages', 2, '打白条 白条 白干 不兑现 不往下发 往下发 提不出来 不给提现 回款 两手空空 一拖再拖 不打卡 没到账 拖到 耍赖 玩赖 推脱 等不到钱 冻结 没着落', 'owe'],
  ['D01 wages', 0.8, '甲方 乙方 主管 人事 会计 老板娘 项目经理 砖厂 流水线 工棚 夜班 保安 保洁 搬运 卸货 打零工 代驾 跑腿 餐馆 酒店 超市 养殖场 矿上 煤矿 装修 抹灰 木工 瓦工 砌墙 钢筋 架线 油漆 绿化 施工单位 用工单位 同乡 手底下 老板们 经理', 'work'],
  ['D01 workInjury', 2, '切掉 切断 夹断 夹伤 压坏 闪了腰 椎间盘 骨裂 截肢 私了 抚恤 抚恤金 中暑 猝死 缝针 跌落 摔下 掉下去 压到 撞伤 手指 伤口 康复费 误工 护理费', 'hurt'],
  ['D01 dismissal', 2.5, '走人 末位淘汰 不用再来 撵走 赶出公司 停职 待岗 滚蛋 不要我了 叫我走 让我走 不续了 遣散 被裁 裁掉 优化了 清退 除名 下岗', 'fired'],
  ['D01 laborContract', 2.2, '轮休 倒班 连轴转 自愿放弃 服务期 违约金 竞业 扣证 不让请假 请不了假 通宵 上七天 没有休 全年没休 连续上班 超时 劳动时间 用工合同 签协议 童工 未成年工 打骂 搜身 罚站'],
  ['D02 siteHazard', 2.5, '私拉乱接 配电柜 冒火花 冒烟 井下 有限空间 气体检测 检测气体 监护人员 吊车 行车 梯子 洞口 护网 高空 高压 明火 易爆 冒顶 通风 瓦斯 安全员 违章 防护 劳保 劳保用品 防护服 安全绳 逃生 疏散 断裂 无证操作 临时用电 防坠 栏杆 盖板 安全培训 坠物 摇晃 松动', 'danger'],
  ['D02 occupationalDisease', 2.2, '肺部 纤维化 石棉 毒气 化学品 有机溶剂 辐射 耳鸣 粉末 石材 职业禁忌 脱离岗位 接触史 气味大 超标 慢性中毒'],
  ['D02 psychological', 2.2, '陪我聊聊 陪聊 谈心 倾诉 心结 崩溃 烦躁 压抑 哭 想家 孤独感 心慌 自卑 精神压力'],
  ['D03 hukou', 2.2, '挂靠 迁来 迁移 农转非 城镇户口 城市户口 转户 立户 分户 户主 户口本 落集体 户口簿 城里户口 随子女迁', 'hukou'],
  ['D03 residencePermit', 2.2, '证上的地址 居住卡 住所登记 房屋租赁登记 租房备案 流动人口证 居住信息'],
  ['D04 training', 2.2, '手艺 学开 铲车 免费学 学修 成人教育 网课 进修 学历提升 技术班 开班时间 学技能 月嫂培训 老师傅带 教学 学会'],
  ['D04 certificate', 2.2, '理论考试 补考 发证 特种作业操作证 操作证 鉴定考试 评级 定级 晋级 考级 换证 年审'],
  ['D04 subsidy', 2.2, '学完考过 考过能报 报销学费 培训费报销 补贴到账 生活补贴 技能奖励'],
  ['D05 enrolment', 2.2, '公办 私立 家长会 分班 升初中 小升初 插班生 校车 校服 午托 入园 托班 跟班 招生办 职高 中专 读初中 读小学 上小学 上初中 班级 同学 择校费 学校都说 附近学校 进不了公办', 'school'],
  ['D06 insurance', 2.2, '参保状态 城乡居民的 交职工的 慢性病 慢病 处方 挂号 药费 缴医保 医药报销 个人账户 统筹 报销比例'],
  ['D06 crossRegionSettlement', 2.5, '透析 转外 转外手续 外省报 回去报 回老家报 报三成 垫付医药费'],
  ['D06 publicHealth', 2.2, '疹子 蟑螂 老鼠 呕吐 传染 隔离 卫生部门 卫健委 疫情 饮用水 防疫 建档 孕妇'],
  ['D06 vaccination', 3, '接种证 打针 续针 狂犬 HPV 预防接种'],
  ['D07 publicRental', 2.2, '实物配租 配租 周转房 住房困难 房补 摇号 分房 政府建的 便宜宿舍 租得起 青年公寓 租金补贴 安居房 共有产权'],
  ['D07 agencyFee', 2.2, '看房费 看房 定金 租约 租期 转租 合租 群租 房源 退房 跑路的公寓 长租公寓 违约金租'],
  ['D08 election', 2.2, '内定 代投 唱票 罢免 候选 连票 选村委 村支书选 表决 参选 票数 票箱'],
  ['D08 partyMembership', 2.2, '转正材料 预备期 党课 民主评议 组织生活 党籍 入党介绍人'],
  ['D08 workersCongress', 2, '征求职工 职工意见 民主管理 规章制度 罚款规定 职工董事'],
  ['D09 venues', 2.2, '篮球架 乒乓球桌 阅览角 看看书 书架 棋牌 泳池 球台 展览 展馆 健身房免费 少年宫 老年大学 公园设施', 'culture'],
  ['D09 events', 2.2, '看戏 看场戏 几场戏 送几场 唱歌 比赛 书法 摄影 跳舞 放映 节目单 灯会 庙会 文化惠民', 'culture'],
  ['D10 newResident', 2.2, '外来的 租房的 租房户 街坊 楼栋长 共治 便民 融不进 老乡会 适应 讲明白 新来 社区发 社区慰问 居民群 微信群 从农村搬 搬进来 搬进城 没人搭理 垃圾分类'],
  ['D11 union', 2.2, '散工 行业工会 会籍 职工之家 送清凉 爱心驿站 疗养 劳模 入会的表 会员证 联合会'],
  ['D11 youthLeague', 2.5, '团档案 团员档案 团课 青年志愿 青联'],
  ['D11 womensFederation', 2.5, '婆家 丈夫打我 被丈夫 男人打 家庭矛盾 女职工 哺乳 母婴室 女性 婚姻 离婚 打老婆'],
  ['D12 child', 2.2, '孙子 孙女 外公 舅舅 住校 留守的孩子 带孙子 走不开 没人送医院 没人带 寄住 没娘 单亲 探望孩子 帮带'],
  ['D12 elder', 2.2, '瘫在床上 瘫痪 喂口饭 千里外 老人家 空巢老人 生活不能自理 卧床 老伴 走访 看望老人'],
  ['D12 woman', 2.2, '婆媳 男人都在外面 媳妇一个人 丈夫在外 妇女帮扶'],
  ['D13 landContract', 2.5, '水田 旱地 山林 果园 鱼塘 山地 租给大户 种地 占地 土地证 推平 农业补贴 地力补贴 地租 退耕 抛荒 开荒地 田埂 征地', 'land'],
  ['D13 homestead', 2.5, '屋场 分家 院坝 建房 旧房 祖屋 老屋 农村的房子 房基 危房改造 拆我家', 'land'],
  ['D13 collectiveIncome', 2.5, '村里的山 每人分 分到户 没有我们家 集体的钱 村民小组 人头 分钱 分给村民 村里分 股份量化', 'land'],
  ['X1 relief', 2.2, '肝癌 晚期 撑不下去 没米 买不起 挨饿 救急 难关 残疾 孤儿 捐款 募捐 手术费 走投无路 无依无靠 滞留 路费 没路费 被骗光 断粮 丢了钱包 只剩几块钱 没处落脚 绝症 家徒四壁 欠医院', 'need'],
  ['X1 disaster', 3, '烧没 烧没了 塌了 淹了 泥石 被水泡 遇难'],
  ['X1 vagrant', 3, '长椅 睡公园 捡吃 捡垃圾吃 流落'],
  ['X2 jobSeeking', 2.2, '用人的地方 缺人 进厂 有活干 活干 能干的活 面试 应聘 找事做 营生 门路 出路 摆摊 开店 安排进厂 报名费 体检费 找个班 工作机会 招普工 招女工 用工荒 没活'],
  ['X2 unemploymentRegistration', 2.5, '登记失业 办停保 停保证明 失业补助'],
  ['X3 legalAid', 2.5, '法务 出庭 仲裁申请书 申请书 代理费 上诉 立案庭 法律服务所 司法所 公证 辩护 法庭 诉讼 败诉 律所 写状子 免费代理 法律帮助 法律文书', 'law'],
];

/** Words of everyday trouble that no body of this system answers for, and near misses that hold a word of ours. */
const elsewhere: readonly Row[] = [
  ['- ', 4, '工资卡 社保卡密码 医保卡密码 货款 天气怎么样 天气预报 天气很好 下雨 末班车 地铁 公交卡 公交 路灯 路面 垃圾 噪音扰民 扰民 油烟 烧烤 停水 自来水 停电 网购 退货 快递丢 包裹 丢了包裹 话费 电信 手机号 宽带 遛狗 养狗 驾驶证 驾照 违章停车 停车 占道 摊贩 物业费 业主委员会选 健身房 共享单车 出租车 挂失 走丢 跑丢 猫 狗 城管 个人所得税 个税 银行卡 工单 借给 借了我 借款 借出去 砸墙 装修噪音 楼上漏水 地沟油 质量差 退款难 电动车被偷 大坑 态度恶劣 理发店 办卡 供货款 供货 网贷 催收 高铁票 改签 营业执照怎么 注销 工资流水 银行流水 流水丢 消防车 火车票 签证 护照 雾霾 河道 臭味 宠物 违建 夜间施工 燃气 暖气 供暖 诈骗 保健品 预付卡 加油 电费 驾校 音响太大 住户 会员卡里的钱'],
];

/** Two words together, in either order: what one alone only hints at. */
export const pairs: readonly Pair[] = [
  { tags: ['owe', 'pay'], within: 40, category: 'D01', matter: 'wages', weight: 3 },
  { tags: ['owe', 'work'], within: 25, category: 'D01', matter: 'wages', weight: 1 },
  { tags: ['work', 'pay'], within: 40, category: 'D01', matter: 'wages', weight: .8 },
  { tags: ['sum', 'owe'], within: 25, category: 'D01', matter: 'wages', weight: .8 },
  { tags: ['unpaidPremium', 'premium'], within: 14, category: 'D01', matter: 'socialInsurance', weight: 3 },
  { tags: ['work', 'premium'], within: 20, category: 'D01', matter: 'socialInsurance', weight: 1 },
  { tags: ['hurt', 'work'], within: 25, category: 'D01', matter: 'workInjury', weight: 1.5 },
  { tags: ['danger', 'work'], within: 25, category: 'D02', matter: 'siteHazard', weight: .8 },
  { tags: ['pay', 'danger'], within: 40, category: 'D01', matter: 'wages', weight: 3 },
  { tags: ['child', 'school'], within: 20, category: 'D05', matter: 'enrolment', weight: 2 },
  { tags: ['child', 'alone'], within: 20, category: 'D12', matter: 'child', weight: 2 },
  { tags: ['elder', 'alone'], within: 20, category: 'D12', matter: 'elder', weight: 2.5 },
  { tags: ['home', 'child'], within: 20, category: 'D12', matter: 'child', weight: 1 },
  { tags: ['home', 'elder'], within: 20, category: 'D12', matter: 'elder', weight: 1 },
  { tags: ['away', 'child'], within: 25, category: 'D12', matter: 'child', weight: .8 },
  { tags: ['home', 'alone'], within: 20, category: 'D12', weight: 1 },
  { tags: ['village', 'land'], within: 20, category: 'D13', matter: 'landContract', weight: 2.5 },
  { tags: ['home', 'land'], within: 20, category: 'D13', matter: 'landContract', weight: 1.5 },
  { tags: ['hukou', 'land'], within: 30, category: 'D13', weight: 2.5 },
  { tags: ['pay', 'need'], within: 40, category: 'D01', matter: 'wages', weight: 2 },
  { tags: ['law', 'pay'], within: 60, category: 'D01', matter: 'wages', weight: 6 },
  { tags: ['law', 'hurt'], within: 60, category: 'D01', matter: 'workInjury', weight: 7 },
  { tags: ['law', 'fired'], within: 60, category: 'D01', matter: 'dismissal', weight: 7 },
  { tags: ['study', 'craft'], within: 15, category: 'D04', matter: 'training', weight: 2 },
];

function read(rows: readonly Row[], deniable: boolean): [string, Term][] {
  return rows.flatMap(([place, weight, words, tag]) => {
    const [category, matter] = place.split(' ');
    const term: Term = {
      category: category === '' || category === '-' ? null : (category as Category), weight,
      ...(matter && category && { matter: matter as Matter }), ...(tag && { tag }), ...(deniable && { deniable: true as const }),
    };
    return words.split(' ').map((word): [string, Term] => [word, term]);
  });
}

/** Every word that the hotline's own knowledge puts somewhere. Of a word that stands twice, the first row holds. */
export const lexicon: ReadonlyMap<string, Term> = new Map([...read(wrongs, true), ...read(elsewhere, false), ...read(names, false)].reverse());
