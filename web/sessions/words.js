import { wordsOf } from '../words.js';

export const words = {
  intro: ['您在哪些浏览器上登录着。不认识的请立即结束，并到统一身份认证处修改密码。每次登录在半小时无操作后、最迟十二小时后自行结束。', 'Where you are signed in by a browser. End at once what you do not know, and change your password where you sign in. Each ends by itself after half an hour without you, and after twelve hours at the latest.'],
  browser: ['浏览器', 'Browser'], startedAt: ['登录时间', 'Signed in'], usedAt: ['最近使用', 'Last used'], end: ['结束', 'End'], endIt: ['结束 {browser} 上的登录', 'End the session in {browser}'],
  here: ['本浏览器', 'this browser'], unknown: ['未知浏览器', 'an unknown browser'], ended: ['已结束', 'Ended'], none: ['没有登录记录', 'No session is listed'], noneHint: ['这里只列经统一身份认证的登录；点选演示身份的不在其中，按“退出”即结束。', 'Only sessions of the sign-in service are listed. A demo person chosen by a card is not one: “Sign out” ends it.'], everywhere: ['全部结束并退出', 'End all of them and sign out'],
};
export const t = wordsOf(words);
