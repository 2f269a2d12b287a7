/** The parts of an area's profile. Each answers null where the service says nothing about it. */

import { DECILE_COLOURS, inkOn } from './colours.js';
import { aside, make } from './dom.js';
import { formatInterval, formatNumber, formatValue, formatZero, unitSuffix } from './format.js';

/** How deprived: the newest edition large, earlier ones below it. */
export function deprivationSection(editions) {
  if (editions.length === 0) {
    return null;
  }
  const [newest, ...earlier] = [...editions].sort((a, b) => b.edition.localeCompare(a.edition));
  const badge = make('span', { class: 'ns-decile', 'aria-hidden': 'true' }, String(newest.decile ?? ''));
  const colour = DECILE_COLOURS[newest.decile - 1];
  if (colour === undefined) {
    badge.classList.add('ns-pattern', `ns-pattern--${newest.state}`);
  } else {
    badge.style.backgroundColor = colour;
    badge.style.color = inkOn(colour);
  }
  return make(
    'section',
    { class: 'ns-profile', 'aria-label': 'How deprived' },
    make('div', { class: 'ns-profile__deprivation' }, badge, make('p', {}, ...emphasised(newest.sentence))),
    ...earlier.map(({ sentence }) => make('p', { class: 'ns-profile__small' }, sentence)),
    earlier.length > 0 && make('p', { class: 'ns-profile__small' }, 'Editions cannot be compared by rank: each compares areas with one another in its own year.'),
  );
}

/** Makes `most deprived tenth` stand out where it is said of the area, not of the scale. */
function emphasised(sentence) {
  const found = /^(Among the )((?:most|least) deprived (?:tenth|fifth))/.exec(sentence);
  return found === null ? [sentence] : [found[1], make('strong', {}, found[2]), sentence.slice(found[0].length)];
}

/** Is it a hotspot, and who says so. */
export function hotspotSection(hotspots) {
  if (hotspots.length === 0) {
    return null;
  }
  return make(
    'section',
    { class: 'ns-profile', 'aria-label': 'Hotspots' },
    ...hotspots.map((hotspot) => {
      const [head, ...rest] = hotspot.sentence.split(/(?<=[.:]) /);
      return make(
        'div',
        { class: `ns-finding ns-finding--${hotspot.class}` },
        make('p', {}, make('strong', {}, head), rest.length > 0 && ` ${rest.join(' ')}`),
        make('p', { class: 'ns-finding__source' }, hotspot.title),
      );
    }),
  );
}

/** Circumstances as bars; the line is the county's mean. */
export function indicatorSection(indicators) {
  if (indicators.length === 0) {
    return null;
  }
  return make(
    'section',
    { class: 'ns-profile' },
    make('h3', { class: 'ns-profile__heading' }, 'Circumstances linked with need'),
    make('p', { class: 'ns-profile__small' }, 'Bar: this area. Upright line: mean of the county\u2019s areas.'),
    make('ul', { class: 'ns-bars' }, ...indicators.map(indicatorBar)),
  );
}

function indicatorBar(indicator) {
  const { label, value, state, unit, decimals, extentMean, polarity } = indicator;
  const isKnown = state === 'known' && typeof value === 'number';
  const notes = [unit.startsWith('per ') && unit, polarity === 'lower means more need' && polarity].filter(Boolean);
  const track = make('span', { class: 'ns-bars__track', 'aria-hidden': 'true' });
  if (isKnown) {
    const fill = make('span', { class: 'ns-bars__fill' });
    fill.style.width = share(value, indicator);
    track.append(fill);
  } else {
    track.classList.add('ns-pattern', `ns-pattern--${state}`);
  }
  if (typeof extentMean === 'number') {
    const mean = make('span', { class: 'ns-bars__mean' });
    mean.style.left = share(extentMean, indicator);
    track.append(mean);
  }
  const meanWords = typeof extentMean === 'number' ? `; county mean ${formatValue(extentMean, 'known', { unit, decimals })}` : '';
  return make(
    'li',
    { class: isKnown ? 'ns-bars__row' : 'ns-bars__row ns-bars__row--unknown' },
    make('span', { class: 'ns-bars__label' }, label, notes.length > 0 && make('small', {}, ` ${notes.join('; ')}`)),
    track,
    make('span', { class: 'ns-bars__value' }, barNumber(value, state, unit, decimals), aside(meanWords)),
  );
}

/** A long unit would not fit beside a bar: it stands under the label. */
function barNumber(value, state, unit, decimals) {
  return formatValue(value, state, { unit: unit === 'percent' ? unit : '', decimals });
}

/** Bars begin at zero, unless some area lies below it. */
function share(value, { extentMinimum, extentMaximum, extentMean }) {
  const low = Math.min(0, extentMinimum ?? 0);
  const high = Math.max(extentMaximum ?? extentMean ?? value, low + 1e-9);
  const part = (value - low) / (high - low);
  return `${Math.max(0, Math.min(100, part * 100)).toFixed(1)}%`;
}

/** Help and protection given: the newest rates with their limits, earlier ones to be unfolded. */
export function helpSection(rates) {
  if (rates.length === 0) {
    return null;
  }
  const newest = rates.filter((rate) => !rates.some((other) => measureOf(other) === measureOf(rate) && other.period > rate.period));
  const earlier = rates.filter((rate) => !newest.includes(rate));
  return make(
    'section',
    { class: 'ns-profile' },
    make('h3', { class: 'ns-profile__heading' }, 'Help and protection given'),
    make('p', { class: 'ns-profile__small' }, `${capital(unitSuffix(rates[0].unit).trim())}, with 95\u00a0% limits.`),
    rateList(newest),
    earlier.length > 0 &&
      make('details', { class: 'ns-details', 'data-print': 'open' }, make('summary', {}, 'Earlier years'), rateList(earlier)),
  );
}

function rateList(rates) {
  return make(
    'dl',
    { class: 'ns-facts' },
    ...rates.map((rate) =>
      make(
        'div',
        { class: 'ns-facts__row' },
        make('dt', {}, `${measureOf(rate)}, ${rate.period}`),
        make('dd', {}, ...rateText(rate)),
      ),
    ),
  );
}

/** The label without the period that some labels end with. */
function measureOf({ label, period }) {
  return label.endsWith(`, ${period}`) ? label.slice(0, -period.length - 2) : label;
}

function rateText({ value, state, unit, lower, upper }) {
  if (state !== 'known' || typeof value !== 'number') {
    const swatch = make('span', { class: `ns-facts__swatch ns-pattern ns-pattern--${state}`, 'aria-hidden': 'true' });
    return [swatch, make('span', { class: 'ns-profile__small' }, formatValue(value, state))];
  }
  const limits = formatInterval(lower, upper, 0);
  const number = (value === 0 && formatZero(unit)) || formatNumber(value, 0);
  return [make('strong', {}, number), limits === '' ? '' : ` (${limits})`];
}

/** Help beside need, in a sentence for each measure. */
export function gapSection(gaps) {
  if (gaps.length === 0) {
    return null;
  }
  return make(
    'section',
    { class: 'ns-profile' },
    make('h3', { class: 'ns-profile__heading' }, 'Need and response'),
    make('p', { class: 'ns-profile__small' }, 'Help beside what deprivation and need score lead to expect. Limits are 95\u00a0%; within chance means that they include what is expected.'),
    make(
      'dl',
      { class: 'ns-gap-list' },
      ...gaps.map(({ title, sentence }) => make('div', {}, make('dt', {}, title.replace(/^[^:]*: /, '')), make('dd', {}, sentence))),
    ),
  );
}

/** How sure its place is. */
export function needSection(need) {
  if (!need) {
    return null;
  }
  return make(
    'section',
    { class: 'ns-profile' },
    make('h3', { class: 'ns-profile__heading' }, 'Need score, and how sure its place is'),
    make('p', {}, need.sentence),
    typeof need.coverage === 'number' && need.coverage < 1 && make('p', { class: 'ns-profile__small' }, `From ${formatNumber(need.coverage * 100)}\u00a0% of the measures by weight; the others are not known here.`),
  );
}

/** The areas next to it: a way over the map by keyboard. */
export function neighbourSection(neighbours, onSelect) {
  if (neighbours.length === 0) {
    return null;
  }
  return make(
    'details',
    { class: 'ns-details' },
    make('summary', {}, `Areas next to it (${neighbours.length})`),
    make(
      'ul',
      { class: 'ns-panel__neighbours' },
      ...neighbours.map(({ code, name }) =>
        make('li', {}, make('button', { type: 'button', class: 'ns-link', on: { click: () => onSelect(code) } }, name)),
      ),
    ),
  );
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
