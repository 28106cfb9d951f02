// Loaded before the console: an old phone cannot read the console's scripts, so whoever comes to file is let in at the worker's own door.
(function () {
  if (/^#\/file\b/.test(location.hash)) location.replace('worker/' + location.hash);
})();
