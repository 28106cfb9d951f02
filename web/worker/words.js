const LANGUAGE = 'anxin.language';

export function isChinese() {
  return localStorage.getItem(LANGUAGE) !== 'en';
}
export function turn() {
  localStorage.setItem(LANGUAGE, isChinese() ? 'en' : 'zh');
}
export function both(said) {
  return isChinese() ? said.zh : said.en;
}

/** Plain words, Chinese first. */
export const words = {
  product: ['安薪', 'Anxin'], other: ['English', '中文'], fileTitle: ['我要反映问题', 'Tell us what is wrong'], trackTitle: ['查我的进度', 'Where my case stands'],
  fileLead: ['不用登录，不收费。写多少算多少，写的内容先存在您的手机上，提交以后才发出。', 'No account, no fee. Write what you know: it stays on your phone until you send it.'],
  pageNote: ['线上填写有困难，拨打 12345 或者 12333，效果一样。', 'If the page is hard to use, call 12345 or 12333: it is the same.'],
  danger: ['有人马上要受伤或者正在受伤，先打 110、119、120。', 'If somebody is about to be hurt, call 110, 119 or 120 first.'],
  siteHere: ['您扫的是这个工地的码：', 'You scanned the code of this site:'], siteContractor: ['施工单位', 'Contractor'], siteGeneral: ['总承包', 'General contractor'], sitePlace: ['地点', 'Place'], notThisSite: ['不是这个工地', 'It is another site'],
  stepWhat: ['是什么事', 'What is it about'], stepWhere: ['在哪里、谁的责任', 'Where, and who is responsible'], stepMoney: ['欠了多少', 'How much is owed'], stepWho: ['您是谁', 'Who you are'], stepStory: ['说一说经过', 'What happened'], stepPhotos: ['照片（可以不传）', 'Photos (if you like)'],
  wages: ['被欠工资', 'Wages not paid'], injury: ['干活受了伤', 'Hurt at work'], contract: ['没签合同、加班', 'No contract, overtime'], fired: ['被辞退', 'Dismissed'], insurance: ['没交社保', 'No social insurance'], hazard: ['工地不安全', 'The site is dangerous'], relief: ['生活困难', 'In need'], job: ['找工作、学技术', 'Work or training'], school: ['孩子上学', 'School for my child'], lawyer: ['想请律师', 'I need a lawyer'], else: ['其他', 'Something else'],
  province: ['省（市）', 'Province'], city: ['市（区）', 'City or district'], choose: ['请选择', 'Please choose'], street: ['街道、门牌（可不填）', 'Street and number (if you like)'], boss: ['老板或者公司叫什么', 'Name of the boss or company'], siteName: ['工地或者项目叫什么（可不填）', 'Name of the site (if you like)'],
  owed: ['一共欠多少元', 'How many yuan in all'], people: ['几个人', 'How many people'], from: ['从哪个月开始欠', 'Unpaid since'], to: ['欠到哪个月', 'Unpaid until'], monthHint: ['例如 2025-11', 'such as 2025-11'], stillThere: ['现在还在那里干活吗', 'Do you still work there'], gone: ['老板还联系得上吗', 'Can the boss be reached'], yes: ['是', 'Yes'], no: ['否', 'No'], reachable: ['联系得上', 'Yes'], unreachable: ['联系不上', 'No'],
  name: ['您的姓名', 'Your name'], phone: ['手机号', 'Mobile number'], idNumber: ['身份证号（可不填，填了办得快）', 'Identity number (if you like; it speeds things up)'], keepName: ['不要让老板知道是我反映的', 'The employer must not learn that it was me'],
  story: ['用您自己的话写', 'In your own words'], storyHint: ['什么时候、在哪里干活、说好多少钱、现在怎么样。', 'When, where, what was agreed, how it stands.'],
  addPhotos: ['选照片', 'Choose photos'], photosHint: ['考勤、工资条、聊天记录、转账、工地照片都可以，最多10张，登记后一张一张上传。', 'Attendance, pay slips, messages, transfers, the site: up to 10, sent one by one once you have your number.'], drop: ['去掉', 'Remove'], tooBig: ['这张照片超过20MB，传不了', 'This photo is larger than 20 MB'],
  look: ['先看看谁来办、几时办完', 'See who will handle it, and by when'], send: ['提交', 'Send'], sendAnyway: ['没有了，就这样提交', 'I have no more: send it'], clear: ['清空重写', 'Start again'], clearSure: ['真的清空吗？', 'Really clear everything?'], kept: ['已存在手机上', 'Kept on this phone'],
  busy: ['正在发送…', 'Sending…'], again: ['网络不好，正在重试（第 {n} 次）。内容都在手机上，不会丢。', 'The network is weak: trying again ({n}). Nothing is lost.'], offline: ['还是连不上。内容已存在手机上，有信号的时候再按一次提交。', 'Still no connection. It is all kept: press Send again where there is a signal.'],
  wrongTop: ['有几处要改，上面已用红字标出。', 'A few things need a change: they are marked in red above.'], missingTop: ['还差这些，上面已用红字标出。没有也可以先提交，办理的人会再问您。', 'Something is still missing, marked in red above. You can send it all the same; you will be asked.'], placeWanted: ['请先选省（市），再选市（区）', 'choose the province, then the city or district'], checkedTop: ['看过了，可以提交。', 'All right: you can send it.'],
  willHandle: ['由谁办', 'Who will handle it'], willBy: ['几时', 'By when'], mayTurn: ['您可以找', 'You can turn to'], mayHave: ['您可以享受', 'You may have'], callFirst: ['请马上联系', 'Call at once'], nobodyYet: ['先由工作人员看过再分派。', 'A person reads it first and sends it on.'], byDay: ['{name}：最晚 {due}', '{name}: {due} at the latest'],
  identityGo: ['用城市实名服务登录', 'Sign in at the real-name service of the city'], identityHint: ['不登录也可以提交。登录后姓名和身份证号自动填上，不用再核对身份；写的内容留在手机上，回来接着写。', 'You can send it without. Signed in, your name and number are filled in and nobody asks who you are; what you wrote stays on the phone.'], identityHere: ['已实名登录', 'You are signed in'], identityHereHint: ['姓名和身份证号由实名服务提供，下面可以不填。替别人反映的，请到办理单位或者拨打 12345、12333。', 'The service tells your name and number: leave them out below. Whoever files for somebody else goes to the office or calls 12345 or 12333.'], identityNo: ['没有登录成功，可以再试，也可以直接提交。', 'You were not signed in. Try again, or send it without.'], identityAway: ['实名服务暂时不能用，可以直接提交。', 'The service cannot be reached now. You can send it without.'],
  identityProven: ['已通过实名核验。', 'Your identity is proven.'], identityUnproven: ['未经实名核验，不影响办理；承办人可能会跟您核对身份。', 'Your identity is not proven. Your claim is handled all the same; the office may ask who you are.'],
  doneTitle: ['已经登记', 'It is filed'], number: ['编号', 'Number'], code: ['查询码', 'Tracking code'], codeHint: ['记下或者截图。凭它随时查进度，打 12345、12333 报它也行。不要告诉别人。', 'Write it down or take a picture. With it you see where your case stands, on line or by telephone. Tell it to nobody.'], print: ['打印', 'Print'], sms: ['存成短信', 'As a text message'], toTrack: ['看进度', 'See progress'], uploading: ['正在上传照片', 'Sending photos'],
  photoWait: ['等待', 'Waiting'], photoDone: ['已收到，核对无误', 'Received and checked'], photoSame: ['这张已经有了', 'Already there'], photoAgain: ['网络不好，重试中', 'Weak network, trying again'], photoFailed: ['没有传上', 'Not sent'], tryAgain: ['再试一次', 'Try again'],
  codeLabel: ['查询码', 'Tracking code'], go: ['查询', 'Look'], now: ['现在到了', 'It is now'], whoActs: ['由谁办理', 'Who is handling it'], why: ['为什么在那里', 'Why there'], next: ['下一步', 'What comes next'], nextBy: ['{who}{name}，最晚 {due}', '{name}, {who}{due} at the latest'], you: ['请您补充', 'Please add'], money: ['钱', 'Money'], paid: ['已付 {sum} 元', '{sum} yuan paid'], unpaid: ['还欠 {sum} 元', '{sum} yuan unpaid'], referrals: ['求职推介', 'Referrals'], entitled: ['您可以享受', 'You may have'], alsoAsk: ['也可以问', 'You may also ask'], reopen: ['不满意，可以要求重办到', 'If you disagree, have it reopened until'], ground: ['依据', 'Ground'], noNext: ['没有在走的期限', 'No limit is running'], steps: ['办过的', 'Steps so far'], closed: ['已结案', 'Closed'], received: ['收到', 'Received'],
  addWords: ['补充说明', 'Add something'], addWordsHint: ['凭查询码只能补充，看不到您以前写的内容。', 'By the code you can add, and read nothing of what you wrote.'], sendWords: ['补充', 'Add'], sendPhotos: ['上传照片', 'Send the photos'], noPhotos: ['请先选照片。', 'Choose photos first.'], added: ['收到了', 'Received'], already: ['这句话已经写过了', 'You wrote this before'], callForMore: ['撤回诉求、接受救助等要本人确认的事，请打 12345、12333 或者找办理单位：捡到查询码的人不能替您决定。', 'To withdraw or to accept help, call 12345 or 12333 or the office: whoever finds your code must not decide for you.'], sameByText: ['和短信、电话查到的一样', 'The same as by text message or telephone'],
  correction: ['更正个人信息', 'Correction'], correct: ['姓名、手机号、身份证号写错了', 'My name, mobile number or identity number is wrong'], correctHint: ['写上正确的。工作人员会联系您核实，核实后及时更正；查询码不能直接改，免得别人冒充您。', 'Write what is right. You are called to make sure that it is you, and then it is corrected: by the code alone nothing is changed, for somebody else may have it.'],
  rightName: ['正确的姓名', 'The right name'], rightPhone: ['正确的手机号', 'The right mobile number'], rightIdNumber: ['正确的身份证号', 'The right identity number'], whatIsWrong: ['哪里写错了（可不填）', 'What is wrong (if you like)'], askToCorrect: ['申请更正', 'Ask for it'], correctionSent: ['收到了，核实后更正。', 'Received: it is corrected once verified.'],
  home: ['我要反映问题', 'File'], trackNav: ['查进度', 'Track'], failed: ['没有办成', 'That did not work'],
};

export function t(key, filled) {
  const text = words[key][isChinese() ? 0 : 1];
  return filled ? text.replace(/\{(\w+)\}/g, (_, name) => (filled[name] === undefined ? '' : String(filled[name]))) : text;
}

/** A day, or an instant of Beijing time as the server wrote it. */
export function dueText(due) {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(due);
  if (!found) return isChinese() ? '待下一年度日历公布' : 'once next year’s calendar is announced';
  const time = found[4] ? ` ${found[4]}` : '';
  return isChinese() ? `${found[1]}年${Number(found[2])}月${Number(found[3])}日${time}` : `${found[1]}-${found[2]}-${found[3]}${time}`;
}
