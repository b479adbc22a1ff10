mergeInto(LibraryManager.library, {
  $fallbackCanvas: {},

  fallbackTextDraw__deps: ['$fallbackCanvas', '$textAt'],
  fallbackTextDraw: function(result, run, size, pixelSize, ascent, bold) {
    if (!fallbackCanvas.context) {
      fallbackCanvas.context =
          document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    }
    const context = fallbackCanvas.context;
    const text = textAt(run, size);
    const font = (bold ? '600 ' : '400 ') + pixelSize + 'px system-ui, sans-serif';
    context.font = font;
    const measured = context.measureText(text);
    const left = Math.floor(-measured.actualBoundingBoxLeft) - 1;
    const right = Math.ceil(measured.actualBoundingBoxRight) + 1;
    const above = Math.ceil(measured.actualBoundingBoxAscent) + 1;
    const below = Math.ceil(measured.actualBoundingBoxDescent) + 1;
    const width = Math.min(Math.max(right - left, 1), 4096);
    const height = Math.min(Math.max(above + below, 1), 1024);

    // Setting the size clears the canvas and its font.
    context.canvas.width = width;
    context.canvas.height = height;
    context.font = font;
    context.fillStyle = '#fff';
    context.fillText(text, -left, above);
    const pixels = context.getImageData(0, 0, width, height).data;
    const at = _fallbackTextOnMeasured(result, width, height, left, ascent - above, measured.width);
    HEAPU8.set(pixels, at);
  },
});
