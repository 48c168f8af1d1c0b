/* Enhances forms. Without this file, or after an error in it, every form is still posted by the browser.
   - one press sends once        - counts characters (data-count = id of the counter)
   - a ballot (form[data-ballot]) is posted without leaving the page; when the network is gone it is kept on this
     device under this person's name and sent once when the network is back (the server counts a key once).
   - a receipt ([data-picture]) is drawn as a picture, which a phone can keep */
(function () {
  'use strict';
  var doc = document;
  doc.documentElement.setAttribute('data-script', '');
  var main = doc.getElementById('main');
  var prefix = 'pavilion.ballot.' + ((main && main.getAttribute('data-person')) || '') + ':';
  var wait = 2000;
  var timer = 0;
  var underway = {};

  function count(box) {
    var out = doc.getElementById(box.getAttribute('data-count'));
    if (out) out.textContent = box.value.length + ' / ' + box.maxLength;
  }
  doc.addEventListener('input', function (e) {
    if (e.target.hasAttribute && e.target.hasAttribute('data-count')) count(e.target);
  });
  Array.prototype.forEach.call(doc.querySelectorAll('[data-count]'), count);

  function hold(form, on) {
    if (on) form.setAttribute('data-sending', '');
    else form.removeAttribute('data-sending');
    Array.prototype.forEach.call(form.querySelectorAll('button'), function (b) {
      if (on) b.setAttribute('aria-disabled', 'true');
      else b.removeAttribute('aria-disabled');
    });
  }

  function tell(form, which) {
    var line = form && form.querySelector('[data-state]');
    if (line) line.textContent = which ? form.getAttribute('data-' + which + '-text') || '' : '';
  }

  function formFor(action) {
    return Array.prototype.filter.call(doc.querySelectorAll('form[data-ballot]'), function (f) {
      return f.getAttribute('action') === action;
    })[0];
  }

  function keep(action, body) {
    try { localStorage.setItem(prefix + action, body); return true; } catch (e) { return false; }
  }
  function drop(action) {
    try { localStorage.removeItem(prefix + action); } catch (e) { /* nothing was kept */ }
  }
  function kept() {
    var all = [];
    try {
      for (var i = 0; i < localStorage.length; i++) {
        var k = localStorage.key(i);
        if (k.indexOf(prefix) === 0) all.push([k.slice(prefix.length), localStorage.getItem(k)]);
      }
    } catch (e) { /* no storage on this device */ }
    return all;
  }

  function show(html) {
    var box = doc.createElement('template');
    box.innerHTML = html;
    var fresh = box.content && box.content.querySelector('#me');
    var old = doc.getElementById('me');
    if (!fresh || !old) return false;
    old.parentNode.replaceChild(fresh, old);
    fresh.setAttribute('tabindex', '-1');
    fresh.setAttribute('data-answered', performance.now());
    fresh.focus({ preventScroll: true });
    turnout(fresh.getAttribute('data-turnout'));
    return true;
  }

  /* a page that is not live: its figures move with the ballot */
  function turnout(src) {
    if (!src || !doc.getElementById('poll')) return;
    fetch(src, { credentials: 'same-origin' }).then(function (r) { return r.ok ? r.text() : ''; }).then(function (html) {
      var page = doc.createElement('template');
      page.innerHTML = html;
      var fresh = page.content.querySelector('#poll');
      var old = doc.getElementById('poll');
      if (fresh && old) old.parentNode.replaceChild(fresh, old);
    }).catch(function () { /* the next visit shows them */ });
  }

  /* title, receipt and the day, black on white, whatever the page's colours are */
  function draw(box) {
    var canvas = doc.createElement('canvas');
    var pen = canvas.getContext('2d');
    var code = box.querySelector('.code').textContent;
    var line = '', y = 80;
    canvas.width = 720;
    canvas.height = 420;
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, 720, 420);
    pen.fillStyle = '#1b2123';
    pen.font = '34px sans-serif';
    box.getAttribute('data-picture').slice(0, 90).split(/(?=[\s\S])/).forEach(function (sign) {
      if (y < 220 && pen.measureText(line + sign).width > 640) { pen.fillText(line, 40, y); line = ''; y += 50; }
      line += sign;
    });
    pen.fillText(line, 40, y);
    pen.font = '600 54px monospace';
    pen.fillText(code, 40, 310);
    pen.font = '28px sans-serif';
    pen.fillText(box.querySelector('.soft').textContent + ' · ' + new Date().toLocaleString(doc.documentElement.lang), 40, 370);
    return canvas;
  }
  doc.addEventListener('click', function (e) {
    var button = e.target.closest && e.target.closest('[data-keep]');
    if (!button) return;
    var box = button.closest('[data-picture]');
    draw(box).toBlob(function (picture) {
      var link = doc.createElement('a');
      var image = doc.createElement('img');
      var words = doc.createElement('span');
      image.src = link.href = URL.createObjectURL(picture);
      image.alt = box.querySelector('.code').textContent;
      link.download = 'receipt.png';
      words.textContent = button.getAttribute('data-hold');
      link.appendChild(image);
      link.appendChild(words);
      button.parentNode.replaceChild(link, button);
      link.focus();
    });
  });

  /* the sign-in may have been renewed since the ballot was kept */
  function renewed(body) {
    var token = doc.querySelector('input[name=csrf]');
    return token ? body.replace(/(^|&)csrf=[^&]*/, '$1csrf=' + encodeURIComponent(token.value)) : body;
  }

  function again() {
    clearTimeout(timer);
    timer = setTimeout(flush, wait * (0.5 + Math.random()));
    wait = Math.min(wait * 2, 30000);
  }

  function later(action, body) {
    var form = formFor(action);
    var safe = keep(action, body);
    if (form) { hold(form, safe); tell(form, safe ? 'kept' : 'lost'); }
    if (safe) again();
  }

  function post(action, body) {
    if (underway[action]) return;
    underway[action] = true;
    fetch(action, {
      method: 'POST', credentials: 'same-origin', body: body,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8', 'X-Fragment': '1' }
    }).then(function (answer) {
      underway[action] = false;
      if (answer.status >= 500 || answer.status === 429) return later(action, body);
      return answer.text().then(function (html) {
        var form = formFor(action);
        drop(action);
        wait = 2000;
        if (show(html)) return;
        /* not a fragment of this page: the browser posts the form and shows the server's page; the key keeps it to one ballot */
        if (form) { if (form.querySelector(':checked')) form.submit(); else { hold(form, false); tell(form, 'lost'); } }
      });
    }).catch(function () {
      underway[action] = false;
      later(action, body);
    });
  }

  function flush() {
    kept().forEach(function (one) { post(one[0], renewed(one[1])); });
  }

  function bodyOf(form, button) {
    var body = new URLSearchParams(new FormData(form));
    if (button && button.name) body.append(button.name, button.value);
    return body.toString();
  }

  doc.addEventListener('submit', function (e) {
    var form = e.target;
    if (e.defaultPrevented) return;
    if (form.hasAttribute('data-sending')) { e.preventDefault(); return; }
    if (form.hasAttribute('data-ballot') && window.fetch && window.URLSearchParams) {
      try {
        var body = bodyOf(form, e.submitter);
        var action = form.getAttribute('action');
        e.preventDefault();
        hold(form, true);
        tell(form, 'sending');
        post(action, body);
        return;
      } catch (err) { hold(form, false); form.submit(); return; }
    }
    if (form.method === 'post') {
      /* after the browser has read the form, so that the value of the pressed button is sent with it */
      setTimeout(function () { hold(form, true); }, 0);
      setTimeout(function () { hold(form, false); }, 5000);
    }
  });

  /* several ballots on one screen: confirmed together before they are sent, so the server need not ask again */
  function sum(form) {
    var words = [], counts = {};
    Array.prototype.forEach.call(form.querySelectorAll('.votes input:checked'), function (box) {
      var word = box.parentNode.textContent.trim();
      if (!counts[word]) { counts[word] = 0; words.push(word); }
      counts[word]++;
    });
    form.querySelector('[data-sum]').textContent = words.map(function (word) { return counts[word] + ' ' + word; }).join(' / ');
    var sure = form.querySelector('input[name=sure]');
    if (words.length && !sure) {
      sure = doc.createElement('input');
      sure.type = 'hidden'; sure.name = 'sure'; sure.value = '1';
      form.appendChild(sure);
    }
  }
  Array.prototype.forEach.call(doc.querySelectorAll('form[data-several]'), function (form) {
    form.addEventListener('change', function () { sum(form); });
    sum(form);
  });

  window.addEventListener('pageshow', function (e) {
    if (e.persisted) Array.prototype.forEach.call(doc.querySelectorAll('form[data-sending]'), function (f) { hold(f, false); tell(f); });
    kept().forEach(function (one) { var f = formFor(one[0]); if (f) { hold(f, true); tell(f, 'kept'); } });
    flush();
  });
  window.addEventListener('online', function () { wait = 2000; flush(); });
})();
