/** What a page does with the maps: properties in, events out. */
const maps = [...document.querySelectorAll('sanxian-map')];

document.querySelector('#language').addEventListener('click', ({ currentTarget }) => {
  const english = maps[0].lang !== 'en';
  for (const map of maps) map.lang = english ? 'en' : 'zh';
  currentTarget.textContent = english ? '中文' : 'English';
  currentTarget.lang = english ? 'zh-CN' : 'en';
});

document.querySelector('#theme').addEventListener('click', () => {
  for (const map of maps) map.theme = map.theme === 'dark' ? 'light' : 'dark';
});

for (const map of maps) {
  const list = document.querySelector(`[data-for="${map.id}"]`);
  map.addEventListener('sanxian-map-identify', ({ detail: [hit] }) => {
    const rows = hit ? [['图层 / layer', hit.layer], ...hit.properties] : [['—', '']];
    list.replaceChildren(
      ...rows.slice(0, 8).flatMap(([name, value]) => [
        Object.assign(document.createElement('dt'), { textContent: name }),
        Object.assign(document.createElement('dd'), { textContent: value }),
      ]),
    );
  });
}
