// Lays a document out as elements that only paper shows (web/app.css). All text goes in as text.
mergeInto(LibraryManager.library, {
  $printing: {
    element: function(name, className, text) {
      const element = document.createElement(name);
      if (className) element.className = className;
      if (text) {
        element.textContent = text;
        element.dir = 'auto';
      }
      return element;
    },

    shape: function(name, attributes) {
      const element = document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const key in attributes) element.setAttribute(key, attributes[key]);
      return element;
    },

    // Ten rows of ten, filled from below. Those concerned are solid and the others outlines, so
    // that a printer without colours shows the difference.
    people: function(affected) {
      const picture = printing.shape('svg', { viewBox: '0 0 200 200', 'aria-hidden': 'true' });
      for (let i = 0; i < 100; ++i) {
        const x = 20 * (i % 10) + 10;
        const y = 200 - 20 * (Math.floor(i / 10) + 1);
        const person = printing.shape('g', { 'class': i < affected ? 'affected' : 'spared' });
        person.append(
            printing.shape('circle', { cx: x, cy: y + 5, r: 3.2 }),
            printing.shape('path', {
              d: 'M' + (x - 5.5) + ' ' + (y + 17) + 'v-2.5a5 5 0 0 1 5-5h1a5 5 0 0 1 5 5v2.5z',
            }));
        picture.append(person);
      }
      return picture;
    },

    heading: function(block) {
      const line = printing.element('div', 'heading');
      line.append(printing.element('h' + block.level, '', block.text));
      if (block.remark) line.append(printing.element('p', 'remark', block.remark));
      return line;
    },

    paragraph: function(block) {
      const paragraph = printing.element('p', block.style, block.text);
      if (block.lead) paragraph.prepend(printing.element('strong', '', block.lead), ' ');
      return paragraph;
    },

    table: function(block) {
      const table = printing.element('table');
      const row = function(parent, cells, cellName) {
        const line = printing.element('tr');
        cells.forEach(function(text, i) {
          line.append(printing.element(cellName, block.columns[i].isNumber ? 'number' : '', text));
        });
        parent.append(line);
      };
      const titles = block.columns.map(function(column) { return column.title; });
      if (titles.some(Boolean)) {
        const head = printing.element('thead');
        row(head, titles, 'th');
        table.append(head);
      }
      const body = printing.element('tbody');
      block.rows.forEach(function(cells) { row(body, cells, 'td'); });
      table.append(body);
      return table;
    },

    figure: function(block) {
      const figure = printing.element('figure');
      const words = printing.element('figcaption');
      words.append(printing.element('p', 'large', block.number),
                   printing.element('p', '', block.sentence));
      figure.append(words, printing.people(block.affected));
      return figure;
    },

    bar: function(block) {
      const line = printing.element('div', 'bar');
      const picture = printing.shape('svg', { viewBox: '0 0 100 6', preserveAspectRatio: 'none' });
      picture.append(printing.shape('rect', { 'class': 'spared', width: 100, height: 6 }),
                     printing.shape('rect', { 'class': 'affected', width: block.percent, height: 6 }));
      line.append(printing.element('p', '', block.label), picture,
                  printing.element('p', 'number', block.value));
      return line;
    },

    blocks: function() {
      return {
        heading: printing.heading,
        paragraph: printing.paragraph,
        table: printing.table,
        people: printing.figure,
        bar: printing.bar,
      };
    },
  },

  printDocument__deps: ['$printing', '$textAt'],
  printDocument: function(address, size) {
    const content = JSON.parse(textAt(address, size));
    const earlier = document.getElementById('paper');
    if (earlier) earlier.remove();
    const paper = printing.element('article');
    paper.id = 'paper';
    paper.lang = content.language;
    const layouts = printing.blocks();
    content.blocks.forEach(function(block) { paper.append(layouts[block.kind](block)); });
    document.body.append(paper);

    // The title is what browsers print in the margin and propose as the file's name.
    const title = document.title;
    document.title = content.title;
    window.addEventListener('afterprint', function() {
      document.title = title;
      paper.remove();
    }, { once: true });
    window.print();
  },
});
