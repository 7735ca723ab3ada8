/*
 * Opens the web app without network (decision 109). The build writes the two values below: the app's own files, and a
 * version made of their contents. Only those files are kept; an operation under /api is never seen here.
 */
var version = '__VERSION__';
var files = ['__FILES__'];

var prefix = 'tongcheng-app-';
var folder = self.location.pathname.replace(/[^/]*$/, '');
var postedCode = /^\/r\/([^/]+)\/*$/i;

/** All or nothing: a half installed version is thrown away by the browser and tried again. */
function install() {
  return caches
    .open(prefix + version)
    .then((cache) => cache.addAll(files.map((file) => new Request(folder + file, { cache: 'no-cache' }))));
}

/** A version takes over when no page of the former one is open any more; then the former one's files go. */
function forgetFormer() {
  return caches
    .keys()
    .then((names) =>
      Promise.all(
        names
          .filter((name) => name.indexOf(prefix) === 0 && name !== prefix + version)
          .map((name) => caches.delete(name)),
      ),
    );
}

function fromCache(request, file) {
  return caches
    .open(prefix + version)
    .then((cache) => cache.match(folder + file))
    .then((kept) => kept || fetch(request));
}

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetFormer());
});

self.addEventListener('fetch', (event) => {
  var request = event.request;
  var url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  var code = request.mode === 'navigate' && postedCode.exec(url.pathname);
  // The phone's own scanner opens the link of a posted code: straight into the app, with or without network.
  if (code) return event.respondWith(Response.redirect(`${folder}#/pages/scan/index?code=${code[1]}`, 302));
  if (url.pathname.indexOf(folder) !== 0) return;
  var file = url.pathname.slice(folder.length);
  if (files.indexOf(file) >= 0) event.respondWith(fromCache(request, file));
});
