/* Keeps a page up to date without disturbing what somebody is doing on it.
   Listens to /live?room=&v=&lang= and reads frames {"v":12,"html":{"id":"<section id=…>"},"me":[from,to],"to":"/path"}:
   html  fragments to swap by id, unless v is not newer than what the page holds
   me    the part that is this person's alone (#me, data-src) has changed: fetch it again, so many milliseconds from now
   to    the page has moved: go to that address, unless something is being typed */
(function () {
  'use strict';
  var doc = document;
  var main = doc.querySelector('main[data-room]');
  var each = function (list, f) { Array.prototype.forEach.call(list, f); };

  /* ---- time left: counted from the server's clock, not from this device's: data-now of the element, or of the page ---- */
  var ends = new WeakMap();
  var born = performance.now();
  var server = (main && Date.parse(main.getAttribute('data-now'))) || Date.now();
  var tick = function () {
    each(doc.querySelectorAll('time[data-until]'), function (el) {
      var said = el.getAttribute('data-until') + el.getAttribute('data-now');
      var end = ends.get(el);
      if (!end || end.said !== said) {
        var from = Date.parse(el.getAttribute('data-now')) || server + performance.now() - born;
        end = { said: said, at: performance.now() + Date.parse(el.getAttribute('data-until')) - from };
        ends.set(el, end);
      }
      var left = Math.max(0, Math.ceil((end.at - performance.now()) / 1000));
      if (isNaN(left)) return;
      var two = function (n) { return (n < 10 ? '0' : '') + n; };
      var h = Math.floor(left / 3600), m = Math.floor(left / 60) % 60;
      var text = (h ? h + ':' + two(m) : m) + ':' + two(left % 60);
      if (el.textContent !== text) el.textContent = text;
      if (left) el.removeAttribute('data-over');
      else el.setAttribute('data-over', '');
      if (left && left <= 15) el.setAttribute('data-soon', '');
      else el.removeAttribute('data-soon');
    });
  };
  setInterval(tick, 1000);
  tick();

  if (!main || !window.WebSocket) return;

  /* ---- input in progress ---- */
  var texty = 'textarea,select,input:not([type=radio]):not([type=checkbox]):not([type=hidden]):not([type=submit]):not([type=button])';
  function typed(form) {
    if (form.hasAttribute('data-sending')) return true;
    return Array.prototype.some.call(form.querySelectorAll(texty), function (el) {
      if (el === doc.activeElement) return true;
      if (el.localName === 'select') return Array.prototype.some.call(el.options, function (o, i) { return o.selected !== o.defaultSelected && (i || o.defaultSelected); });
      return el.value !== el.defaultValue;
    });
  }
  function picked(form) {
    return Array.prototype.some.call(form.querySelectorAll('input[type=radio],input[type=checkbox]'), function (el) {
      return el.checked !== el.defaultChecked;
    });
  }
  function forms(node) {
    if (node.nodeType !== 1) return [];
    return node.localName === 'form' ? [node] : Array.prototype.slice.call(node.querySelectorAll('form'));
  }
  function busy(form) { return typed(form) || picked(form) || form.contains(doc.activeElement); }

  /* a choice made but not cast is kept as long as its question is the same; typed text is always kept */
  var stale = [];
  var care = {
    beforeNodeMorphed: function (old, fresh) {
      if (old.nodeType !== 1 || old.localName !== 'form') return true;
      var same = fresh.localName === 'form' && fresh.getAttribute('action') === old.getAttribute('action');
      var leave = same ? busy(old) : typed(old);
      if (!same && !leave) stale.push(old);
      return !leave;
    },
    beforeNodeRemoved: function (old) { return !forms(old).some(typed); },
    beforeAttributeUpdated: function (name, el) { return !(name === 'open' && el.localName === 'details'); }
  };

  function swap(id, html) {
    var old = doc.getElementById(id);
    if (!old) return;
    if (window.Idiomorph) {
      window.Idiomorph.morph(old, html, { morphStyle: 'outerHTML', ignoreActiveValue: true, callbacks: care });
      /* the form now holds another question: the old choice must not stay ticked */
      stale.splice(0).forEach(function (form) { form.reset(); });
    } else if (!forms(old).some(busy) && !old.contains(doc.activeElement)) {
      old.outerHTML = html;
    }
  }

  /* ---- the fragment of this person alone ---- */
  var asked = 0;
  var soon = 0, due = 0;
  function me(within) {
    var at = performance.now() + within[0] + Math.random() * (within[1] - within[0]);
    if (soon && due <= at) return;
    clearTimeout(soon);
    due = at;
    soon = setTimeout(function () {
      soon = 0;
      var el = doc.getElementById('me');
      var src = el && el.getAttribute('data-src');
      if (!src) return;
      var turn = ++asked;
      fetch(src, { credentials: 'same-origin', headers: { 'X-Fragment': '1' } }).then(function (r) {
        return r.ok ? r.text() : '';
      }).then(function (html) {
        /* a response overtaken by a later request, or a sign-in page, is not shown */
        if (turn === asked && /id="me"/.test(html)) { swap('me', html); tick(); }
      }).catch(function () { /* the next frame asks again */ });
    }, at - performance.now());
  }

  function go(to) {
    if (!/^\/(?!\/)/.test(to) || forms(doc.body).some(function (f) { return typed(f) || picked(f); })) return;
    if (to === location.pathname + location.search) location.reload();
    else location.assign(to);
  }

  /* ---- the connection to the server ---- */
  var room = main.getAttribute('data-room');
  var held = Number(main.getAttribute('data-version')) || 0;
  var line = doc.getElementById('offline');
  var socket = null, tries = 0, retry = 0, grace = 0, beat = 0, pulse = 0;

  function quiet(on) {
    if (line) line.textContent = on ? line.getAttribute('data-text') : '';
  }
  function alive() {
    clearTimeout(pulse);
    if (beat) pulse = setTimeout(function () { if (socket) socket.close(); }, beat * 2500);
  }
  function read(text) {
    var frame = JSON.parse(text);
    if (frame.beat) beat = frame.beat;
    if (frame.v !== undefined && frame.v <= held) return;
    if (frame.v !== undefined) { held = frame.v; main.setAttribute('data-version', held); }
    var html = frame.html || {};
    for (var id in html) swap(id, html[id]);
    if (frame.me) me(frame.me);
    tick();
    if (frame.to) go(frame.to);
  }
  function open() {
    clearTimeout(retry);
    if (socket && socket.readyState < 2) return;
    var s = socket = new WebSocket((location.protocol === 'https:' ? 'wss://' : 'ws://') + location.host + '/live?room=' +
      encodeURIComponent(room) + '&v=' + held + '&lang=' + encodeURIComponent(doc.documentElement.lang.slice(0, 2)) +
      '&key=' + encodeURIComponent(main.getAttribute('data-key') || ''));
    s.onopen = function () {
      if (tries) me([0, 300]);
      tries = 0;
      clearTimeout(grace);
      grace = 0;
      quiet(false);
      alive();
    };
    s.onmessage = function (e) {
      alive();
      try { read(e.data); } catch (err) { if (window.console) console.error(err); }
    };
    s.onclose = function () {
      if (s !== socket) return;
      socket = null;
      clearTimeout(pulse);
      if (!grace) grace = setTimeout(function () { quiet(true); }, 1200);
      var most = Math.min(4000, 1000 * Math.pow(2, tries++));
      retry = setTimeout(open, 500 + Math.random() * (most - 500));
    };
  }
  function back() { if (!socket && doc.visibilityState !== 'hidden') open(); }
  window.addEventListener('online', back);
  window.addEventListener('pageshow', function (e) { if (e.persisted) back(); });
  doc.addEventListener('visibilitychange', back);
  window.addEventListener('pagehide', function () { if (socket) { var s = socket; socket = null; s.close(); clearTimeout(retry); } });
  open();
})();
