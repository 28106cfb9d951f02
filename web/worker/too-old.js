// A browser that knows no modules is older than this page can serve (Chrome and WebView 61, Safari 11, of 2017): the telephone serves everybody.
document.getElementById('page').textContent = '手机浏览器太旧，打不开这个页面。请直接拨打 12345 或者 12333，效果一样。';
