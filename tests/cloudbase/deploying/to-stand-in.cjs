// Before a tool of the cloud starts: what it asks of the object store goes to the stand-in at COS_STAND_IN where there is one, whatever else it asks to the one at STAND_IN,
// and nothing goes anywhere else.
const http = require('node:http');
const https = require('node:https');

const standInOf = (called) =>
  new URL((/\.(myqcloud\.com|tencentcos\.cn)$/.test(called) && process.env.COS_STAND_IN) || process.env.STAND_IN);

/** The options of a request, whichever way it was made. */
const optionsOf = (first, second) => {
  if (typeof first !== 'string' && !(first instanceof URL)) return first;
  const { hostname, pathname, search } = new URL(first);
  return { hostname, path: pathname + search, ...(typeof second === 'object' ? second : {}) };
};

https.request = (first, ...rest) => {
  const options = optionsOf(first, rest[0]);
  const called = String(options.hostname ?? options.host).split(':')[0];
  const standIn = standInOf(called);
  const headers = { ...options.headers, 'x-called-host': called };
  const to = { hostname: standIn.hostname, port: standIn.port, method: options.method, path: options.path, headers };
  return http.request(
    to,
    rest.find((each) => typeof each === 'function'),
  );
};
https.get = (...asked) => {
  const request = https.request(...asked);
  request.end();
  return request;
};
