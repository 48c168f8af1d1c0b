/* Keeps a page up to date without disturbing what somebody is doing on it.
   Listens to /live?channel=&v=&lang=&key= and reads two kinds of frames:
   {"v":12,"html":{"id":"<section id=…>"},"me":[from,until]}
     html  fragments to swap by id, unless v is not newer than what the page holds
     me    the personal part (#me, data-src) has changed: fetch it again, so many milliseconds from now
   {"beat":20}
     the connection is alive, and the next of these comes within so many seconds */
(function () {
  'use strict';
  var doc = document;
  var main = doc.querySelector('main[data-channel]');
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

  /* ---- the wall has nobody to scroll it: what is too long for it is drawn smaller, until all of it is there ---- */
  var LEAST = 0.3;
  function fit() {
    var wall = main && main.classList.contains('wall') && doc.getElementById('wall-main');
    if (!wall) return;
    var size = 1;
    wall.style.zoom = '';
    if (!window.matchMedia('(min-width: 48.01rem)').matches) return;
    while (size > LEAST && doc.documentElement.scrollHeight > window.innerHeight) {
      size -= 0.05;
      wall.style.zoom = size.toFixed(2);
    }
  }
  window.addEventListener('resize', fit);
  fit();

  if (!main || !window.WebSocket) return;

  /* ---- input in progress; data-kept: the form was refused, and came back with what was typed or chosen ---- */
  var texty = 'textarea,select,input:not([type=radio]):not([type=checkbox]):not([type=hidden]):not([type=submit]):not([type=button])';
  function typed(form) {
    if (form.hasAttribute('data-sending') || form.getAttribute('data-kept') === 'text') return true;
    return Array.prototype.some.call(form.querySelectorAll(texty), function (el) {
      if (el === doc.activeElement) return true;
      if (el.localName === 'select') return Array.prototype.some.call(el.options, function (o, i) { return o.selected !== o.defaultSelected && (i || o.defaultSelected); });
      return el.value !== el.defaultValue;
    });
  }
  function picked(form) {
    return form.hasAttribute('data-kept') || Array.prototype.some.call(form.querySelectorAll('input[type=radio],input[type=checkbox]'), function (el) {
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

  /* ---- the personal part ---- */
  var asked = 0;
  var READ = [15000, 20000];
  var soon = 0, due = 0;
  function personal(within) {
    var at = performance.now() + within[0] + Math.random() * (within[1] - within[0]);
    if (soon && due <= at) return;
    clearTimeout(soon);
    due = at;
    var seen = doc.getElementById('me');
    soon = setTimeout(function () {
      soon = 0;
      var el = doc.getElementById('me');
      /* the receipt of a ballot that was cast meanwhile is as new as an answer would be, and is read in peace */
      if (el !== seen) return personal(READ);
      var src = el && el.getAttribute('data-src');
      if (!src) return;
      var turn = ++asked;
      fetch(src, { credentials: 'same-origin', headers: { 'X-Fragment': '1' } }).then(function (r) {
        return r.ok ? r.text() : '';
      }).then(function (html) {
        /* a response overtaken by a later request, or a sign-in page, is not shown */
        if (doc.getElementById('me') !== el) return personal(READ);
        if (turn === asked && /id="me"/.test(html)) { swap('me', html); tick(); }
      }).catch(function () {
        /* asked again as soon as there is a connection */
        if (socket && socket.readyState === 1) catchUp([1000, 3000]);
        else missed = true;
      });
    }, at - performance.now());
  }

  /* what was missed meanwhile is asked for, but the answer to a ballot that was just sent is read in peace first */
  function catchUp(within) {
    var el = doc.getElementById('me');
    var shown = el && Number(el.getAttribute('data-answered'));
    personal(shown && performance.now() - shown < READ[0] ? READ : within);
  }

  /* ---- the connection to the server ---- */
  var channel = main.getAttribute('data-channel');
  var held = Number(main.getAttribute('data-version')) || 0;
  var note = doc.getElementById('offline');
  var CONNECT = 10000;
  /* signed out or no longer admitted; too many connections of this person */
  var ENDED = [4401, 4429];
  var socket = null, tries = 0, retry = 0, grace = 0, beat = 0, watch = 0, missed = false, refreshed = -CONNECT;

  function offline(on) {
    if (note) note.textContent = on ? note.getAttribute('data-text') : '';
  }
  function offlineSoon() {
    if (!grace) grace = setTimeout(function () { offline(true); }, 1200);
  }
  /* a connection that died without a word is noticed by the frame that does not come */
  function expectFrame() {
    clearTimeout(watch);
    watch = setTimeout(function () { missed = true; replace(); }, beat ? beat * 2500 : CONNECT);
  }
  function leave() {
    var s = socket;
    socket = null;
    clearTimeout(watch);
    clearTimeout(retry);
    if (s) s.close();
  }
  /* close() alone waits for the other side, which may be gone: the old connection is left alone and a new one opened */
  function replace() {
    leave();
    offlineSoon();
    open();
  }
  function read(text) {
    var frame = JSON.parse(text);
    if (frame.beat) beat = frame.beat;
    if (frame.v === undefined || frame.v <= held) return;
    held = frame.v;
    main.setAttribute('data-version', held);
    for (var id in frame.html) swap(id, frame.html[id]);
    if (frame.me) personal(frame.me);
    tick();
    fit();
  }
  function open() {
    if (socket) return;
    clearTimeout(retry);
    var s = socket = new WebSocket((location.protocol === 'https:' ? 'wss://' : 'ws://') + location.host + '/live?channel=' +
      encodeURIComponent(channel) + '&v=' + held + '&lang=' + encodeURIComponent(doc.documentElement.lang.slice(0, 2)) +
      '&key=' + encodeURIComponent(main.getAttribute('data-key') || ''));
    beat = 0;
    expectFrame();
    s.onopen = function () {
      if (s !== socket) return;
      if (missed) catchUp([0, 300]);
      missed = false;
      tries = 0;
      clearTimeout(grace);
      grace = 0;
      offline(false);
      expectFrame();
    };
    s.onmessage = function (e) {
      if (s !== socket) return;
      try { read(e.data); } catch (err) { if (window.console) console.error(err); }
      expectFrame();
    };
    s.onclose = function (e) {
      if (s !== socket) return;
      socket = null;
      clearTimeout(watch);
      missed = true;
      offlineSoon();
      /* only somebody who looks at the page again opens another one */
      if (ENDED.indexOf(e.code) >= 0) return;
      var most = Math.min(4000, 1000 * Math.pow(2, tries++));
      retry = setTimeout(open, 500 + Math.random() * (most - 500));
    };
  }
  /* Somebody looks at the page again, or the network is back. The socket may say that it is open and be dead, so it is not
     asked: the personal part is fetched, and a new connection brings the newest snapshot. */
  function refresh() {
    if (doc.visibilityState === 'hidden' || performance.now() - refreshed < 500) return;
    refreshed = performance.now();
    replace();
    missed = false;
    catchUp([0, 300]);
  }
  window.addEventListener('online', refresh);
  window.addEventListener('pageshow', function (e) { if (e.persisted) refresh(); });
  doc.addEventListener('visibilitychange', refresh);
  window.addEventListener('pagehide', leave);
  open();
})();
