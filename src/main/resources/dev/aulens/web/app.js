'use strict';

/*
 * The page over /api. Its state is the address behind the '#':
 *
 *   #q=WORDS&range=today&filter=FIELD:VALUE&filter=!FIELD:VALUE
 *   #q=WORDS&from=2026-11-22T07:00:00.000Z&to=2026-11-22T07:04:59.999Z
 *
 * What logs hold is chosen by attackers: text reaches the document as text only (textContent, setAttribute).
 */
(() => {
  const PRESETS = ['15m', 'today', 'this-week', 'this-month'];
  const LONGEST_FILTER = 2000;
  const SVG = 'http://www.w3.org/2000/svg';
  const by = id => document.getElementById(id);

  let searchable = () => false;
  let question = 0;

  // --- state -------------------------------------------------------------

  function state() {
    const hash = new URLSearchParams(location.hash.slice(1));
    const from = hash.get('from') || '';
    const to = hash.get('to') || '';
    const preset = PRESETS.includes(hash.get('range')) ? hash.get('range') : 'all';
    return { q: hash.get('q') || '', range: from || to ? 'custom' : preset, from, to, filters: hash.getAll('filter') };
  }

  function go(change) {
    const next = { ...state(), ...change };
    const hash = new URLSearchParams();
    if (next.q) hash.set('q', next.q);
    if (next.range === 'custom') {
      if (next.from) hash.set('from', next.from);
      if (next.to) hash.set('to', next.to);
    } else if (next.range !== 'all') {
      hash.set('range', next.range);
    }
    next.filters.forEach(filter => hash.append('filter', filter));
    if (hash.toString() === new URLSearchParams(location.hash.slice(1)).toString()) {
      show();
    } else {
      location.hash = hash;
    }
  }

  /** The parameters that the server takes: a preset is a word of -ts. */
  function parameters() {
    const { q, range, from, to, filters } = state();
    const asked = new URLSearchParams({ q });
    if (range === '15m') {
      asked.set('from', new Date(Date.now() - 15 * 60 * 1000).toISOString());
    } else if (range === 'custom') {
      if (from) asked.set('from', from);
      if (to) asked.set('to', to);
    } else if (range !== 'all') {
      asked.set('from', range);
    }
    filters.forEach(filter => asked.append('filter', filter));
    return asked;
  }

  // --- server ------------------------------------------------------------

  async function ask(path, asked) {
    const response = await fetch(path + '?' + asked, { cache: 'no-store' })
      .catch(() => { throw new Error("'aulens serve' does not answer; start it again, then search again"); });
    const answer = await response.json()
      .catch(() => { throw new Error("what answers here is not 'aulens serve'; its status is " + response.status); });
    if (!response.ok) {
      throw new Error(answer.error);
    }
    return answer;
  }

  function fail(error) {
    by('error').textContent = visible(error.message);
    by('error').hidden = false;
    by('status').textContent = '';
  }

  // --- text --------------------------------------------------------------

  /** Writes control characters and those that turn the direction of text as \u{...}, so that nothing hides. */
  function visible(text) {
    return String(text).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,
      c => '\\u{' + c.charCodeAt(0).toString(16) + '}');
  }

  function element(name, text, properties = {}) {
    const made = Object.assign(document.createElement(name), properties);
    if (text !== null) made.textContent = visible(text);
    return made;
  }

  const two = n => String(n).padStart(2, '0');

  /** Local time as 2026-11-22 07:05:04.938. */
  function time(millis) {
    const t = new Date(millis);
    return [t.getFullYear(), two(t.getMonth() + 1), two(t.getDate())].join('-') + ' '
      + [t.getHours(), t.getMinutes(), t.getSeconds()].map(two).join(':') + '.' + String(t.getMilliseconds()).padStart(3, '0');
  }

  /** The local time that an input of type datetime-local takes, and back. */
  const toInput = iso => (iso && !isNaN(Date.parse(iso)) ? time(Date.parse(iso)).replace(' ', 'T').slice(0, 19) : '');
  const fromInput = (local, millis) => (local ? new Date(new Date(local).getTime() + millis).toISOString() : '');

  /** The value at a path of an object, the first of several; empty if there is none. */
  function value(object, path) {
    const found = path.split('.').reduce((at, name) => (at === undefined || at === null ? undefined : at[name]), object);
    const one = Array.isArray(found) ? found[0] : found;
    return one === undefined || one === null ? '' : String(one);
  }

  /** Who logged in, else as whom the process ran. */
  function user(found) {
    const login = value(found, 'auditd.user.audit.name') || value(found, 'auditd.user.audit.id');
    return login && login !== 'unset' ? login : value(found, 'user.name') || value(found, 'user.id') || login;
  }

  /** A document as [field, value] pairs; lists of objects stay JSON. */
  function fields(object, prefix = '') {
    return Object.keys(object).sort().flatMap(name => {
      const at = object[name];
      const path = prefix + name;
      if (Array.isArray(at)) {
        return at.map(one => [path, one !== null && typeof one === 'object' ? JSON.stringify(one) : one]);
      }
      return at !== null && typeof at === 'object' ? fields(at, path + '.') : [[path, at]];
    });
  }

  // --- histogram ---------------------------------------------------------

  function draw({ count, interval, bars }) {
    by('status').textContent = count === 0 ? 'No events.' : count.toLocaleString() + (count === 1 ? ' event' : ' events');
    by('histogram').hidden = count === 0;
    if (count === 0) return;
    const start = bars[0][0];
    const end = bars[bars.length - 1][1];
    const highest = Math.max(...bars.map(bar => bar[2]));
    by('bars').replaceChildren(...bars.map(([from, to, events]) => {
      const rect = document.createElementNS(SVG, 'rect');
      const height = Math.max(2, 96 * events / highest);
      const width = 1000 * (to - from) / (end - start);
      rect.setAttribute('x', 1000 * (from - start) / (end - start));
      rect.setAttribute('width', Math.max(1, width * 0.9));
      rect.setAttribute('y', 100 - height);
      rect.setAttribute('height', height);
      rect.setAttribute('tabindex', '0');
      rect.setAttribute('role', 'button');
      const label = events.toLocaleString() + ' from ' + time(from) + ' to ' + time(to);
      rect.setAttribute('aria-label', label + '; search only there');
      const title = document.createElementNS(SVG, 'title');
      title.textContent = label;
      rect.append(title);
      const narrow = () => go({ range: 'custom', from: new Date(from).toISOString(), to: new Date(to - 1).toISOString() });
      rect.addEventListener('click', narrow);
      rect.addEventListener('keydown', event => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          narrow();
        }
      });
      return rect;
    }));
    by('first').textContent = time(start);
    by('interval').textContent = 'each bar: ' + interval;
    by('last').textContent = time(end);
  }

  // --- hits --------------------------------------------------------------

  function hit({ records, document: found }) {
    const result = value(found, 'auditd.result');
    const summary = element('summary', null);
    const cell = (name, text) => summary.append(element('span', text, { className: name, title: visible(text) }));
    cell('time', time(Date.parse(value(found, '@timestamp'))));
    cell('host', value(found, 'host.name'));
    cell('user', user(found));
    cell('sentence', value(found, 'message'));
    cell('key', [].concat((found.auditd || {}).key || []).join(', '));
    cell(result === 'fail' ? 'fail' : 'result', result);

    const details = element('details', null);
    details.append(summary);
    details.addEventListener('toggle', () => details.append(element('pre', records), table(found)), { once: true });
    const row = element('li', null);
    row.append(details);
    return row;
  }

  function table(found) {
    const rows = element('tbody', null);
    fields(found).forEach(([field, one]) => {
      const row = rows.insertRow();
      const buttons = row.insertCell();
      const filter = field.replace(/[\\:]/g, '\\$&') + ':' + one;
      if (searchable(field) && filter.length <= LONGEST_FILTER) {
        buttons.append(
          filterButton('+', 'Only events with ' + field + ' ' + one, filter), ' ',
          filterButton('−', 'No events with ' + field + ' ' + one, '!' + filter));
      }
      row.append(element('th', field, { scope: 'row' }));
      row.append(element('td', one));
    });
    const whole = element('table', null);
    whole.append(rows);
    return whole;
  }

  function filterButton(sign, label, filter) {
    const button = element('button', sign, { type: 'button', title: visible(label), ariaLabel: visible(label) });
    button.addEventListener('click', () => {
      const opposite = filter.startsWith('!') ? filter.slice(1) : '!' + filter;
      const others = state().filters.filter(other => other !== filter && other !== opposite);
      go({ filters: [...others, filter] });
    });
    return button;
  }

  // --- page --------------------------------------------------------------

  function controls({ q, range, from, to, filters }) {
    by('words').value = q;
    by('range').value = range;
    by('custom').hidden = range !== 'custom';
    by('from').value = toInput(from);
    by('to').value = toInput(to);
    by('unfiltered').hidden = filters.length === 0;
    by('filters').replaceChildren(...filters.map(filter => {
      const button = element('button', filter + ' ✕', { type: 'button', className: filter.startsWith('!') ? 'out' : 'for' });
      button.setAttribute('aria-label', visible('Remove the filter ' + filter));
      button.addEventListener('click', () => go({ filters: state().filters.filter(other => other !== filter) }));
      const one = element('li', null);
      one.append(button);
      return one;
    }));
  }

  /** Shows what a reader has to know of an answer: what it was not looked for in, and which fields there are not. */
  function notices(lines) {
    by('notices').replaceChildren(...lines.map(line => element('li', line)));
    by('notices').hidden = lines.length === 0;
  }

  function page(asked, answer) {
    by('hits').append(...answer.hits.map(hit));
    by('columns').hidden = by('hits').children.length === 0;
    by('more').hidden = !answer.after;
    by('more').onclick = async () => {
      const mine = question;
      by('more').disabled = true;
      asked.set('after', answer.after);
      try {
        const next = await ask('api/search', asked);
        if (mine === question) page(asked, next);
      } catch (error) {
        if (mine === question) fail(error);
      } finally {
        by('more').disabled = false;
      }
    };
  }

  /** Shows what the state asks for; an answer that comes after the next question is dropped. */
  async function show() {
    const mine = ++question;
    controls(state());
    by('error').hidden = true;
    by('status').textContent = 'Searching …';
    const asked = parameters();
    try {
      const [histogram, answer] = await Promise.all([ask('api/histogram', asked), ask('api/search', asked)]);
      if (mine !== question) return;
      draw(histogram);
      by('hits').replaceChildren();
      page(asked, answer);
      notices(answer.notices);
      by('command').textContent = visible(answer.command);
      by('kql').textContent = visible(answer.kql || answer.lucene || '');
      by('language').textContent = answer.kql ? 'KQL' : answer.lucene ? 'Lucene' : 'neither KQL nor Lucene can say it';
      by('same').hidden = false;
    } catch (error) {
      if (mine !== question) return;
      ['histogram', 'notices', 'columns', 'more', 'same'].forEach(id => { by(id).hidden = true; });
      by('hits').replaceChildren();
      fail(error);
    }
  }

  function submit() {
    const range = by('range').value;
    const before = state();
    // An input has whole seconds: one that was not touched keeps its milliseconds.
    const keep = (name, millis) =>
      (by(name).value === toInput(before[name]) ? before[name] : fromInput(by(name).value, millis));
    go({ q: by('words').value.trim(), range, from: keep('from', 0), to: keep('to', 999) });
  }

  by('search').addEventListener('submit', event => {
    event.preventDefault();
    submit();
  });
  by('range').addEventListener('change', () => {
    by('custom').hidden = by('range').value !== 'custom';
    if (by('range').value !== 'custom') submit();
  });
  window.addEventListener('hashchange', show);

  ask('api/fields', '').then(({ indices, names, objects }) => {
    const known = new Set(names);
    searchable = field => known.has(field) || objects.some(object => field.startsWith(object + '.'));
    by('indices').textContent = indices;
  }).catch(fail).then(show);
})();
