/** What is typed into fields, as the service takes it. What cannot be read is sent as it is, so that the service says what is wrong. */

/** @param {string} text such as `99,999` or `0.05` @returns {number|string} the text itself where it is no number */
export function readNumber(text) {
  const plain = text.trim().replace(/(?<=\d),(?=\d{3}\b)/g, '');
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : text.trim();
}

/** @param {string} text a pair of area codes on each line, parted by a comma, a semicolon or blanks @returns {string[][]} */
export function readLinks(text) {
  return text
    .split('\n')
    .map((line) => line.split(/[\s,;]+/).filter(Boolean))
    .filter((codes) => codes.length > 0);
}

/** @param {readonly (readonly string[])[]} links */
export function linksText(links) {
  return links.map((pair) => pair.join(' ')).join('\n');
}
