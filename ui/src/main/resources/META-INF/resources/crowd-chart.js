// <crowd-chart>: a live line chart over the seconds of a run, drawn by uPlot. The server calls
// define() once, then replace() and merge() with rows [second, seconds in it, value, value, ...].
class CrowdChart extends HTMLElement {
  rows = new Map();

  connectedCallback() {
    this.observer = new ResizeObserver(() => this.fit());
    this.observer.observe(this);
    this.recolour = () => this.rebuild();
    window.addEventListener('crowd-colours', this.recolour);
  }

  disconnectedCallback() {
    this.observer.disconnect();
    window.removeEventListener('crowd-colours', this.recolour);
    this.plot?.destroy();
    this.plot = undefined;
  }

  define(title, unit, names, colours) {
    this.spec = { title, unit, names, colours };
    this.rebuild();
  }

  replace(rows) {
    this.rows = new Map();
    this.merge(rows);
  }

  merge(rows) {
    for (const [second, length, ...values] of rows) {
      this.rows.set(second, { length, values });
    }
    this.plot?.setData(this.data());
    this.showLast();
  }

  // While nobody points into a chart, its legend has the values of the last second.
  showLast() {
    requestAnimationFrame(() => {
      if (this.plot && this.plot.cursor.idx == null && this.rows.size > 0) {
        this.plot.setLegend({ idx: this.plot.data[0].length - 1 });
      }
    });
  }

  // One column per line. A second that is missing is a gap in the line, not a bridge.
  data() {
    const columns = [[], ...this.spec.names.map(() => [])];
    let end = null;
    for (const second of [...this.rows.keys()].sort((a, b) => a - b)) {
      const { length, values } = this.rows.get(second);
      if (end !== null && second > end) {
        columns.forEach((column, i) => column.push(i === 0 ? end : null));
      }
      columns.forEach((column, i) => column.push(i === 0 ? second : values[i - 1]));
      end = second + length;
    }
    return columns;
  }

  // A canvas does not know CSS variables, nor light-dark(): the browser works the colour out.
  colour(variable) {
    const probe = document.createElement('span');
    probe.style.color = `var(${variable})`;
    this.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  }

  rebuild() {
    if (!this.spec || !this.isConnected) {
      return;
    }
    this.plot?.destroy();
    const { title, unit, names, colours } = this.spec;
    const text = this.colour('--crowd-quiet');
    const grid = { stroke: this.colour('--crowd-line'), width: 1 };
    const axis = { stroke: text, grid, ticks: { show: false }, font: '11px system-ui, sans-serif' };
    const number = (value) => (value == null ? '–' : `${CrowdChart.short(value)}${unit}`);
    this.plot = new uPlot(
      {
        ...this.size(),
        title,
        padding: [8, 20, 0, 0],
        cursor: { sync: { key: 'crowd' }, drag: { x: true, y: false }, points: { size: 6 } },
        legend: { live: true },
        scales: {
          x: { time: false },
          y: { range: (_, low, high) => [low < 0 ? low * 1.08 : 0, high > 0 ? high * 1.08 : low < 0 ? 0 : 1] },
        },
        axes: [
          { ...axis, size: 28, space: 70, incrs: CrowdChart.STEPS, values: (_, ticks) => ticks.map(CrowdChart.clock) },
          { ...axis, size: 46, values: (_, ticks) => ticks.map(CrowdChart.short) },
        ],
        series: [
          { label: 'at', value: (_, second) => (second == null ? '–' : CrowdChart.clock(second)) },
          ...names.map((label, i) => ({
            label,
            stroke: this.colour(colours[i]),
            width: 1.75,
            points: { show: false },
            value: (_, value) => number(value),
          })),
        ],
      },
      this.data(),
      this,
    );
    this.plot.over.addEventListener('mouseleave', () => this.showLast());
    this.showLast();
  }

  size() {
    const { paddingLeft, paddingRight } = getComputedStyle(this);
    const width = this.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    return { width: Math.max(200, Math.floor(width)), height: 190 };
  }

  fit() {
    if (this.plot && this.plot.width !== this.size().width) {
      this.plot.setSize(this.size());
    }
  }

  // Seconds between two marks: as a clock would have them.
  static STEPS = [1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400];

  static clock(second) {
    const s = Math.round(second);
    const two = (n) => String(n).padStart(2, '0');
    return s < 3600
      ? `${Math.floor(s / 60)}:${two(s % 60)}`
      : `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
  }

  static short(value) {
    return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
  }
}

customElements.define('crowd-chart', CrowdChart);
