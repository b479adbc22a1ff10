mergeInto(LibraryManager.library, {
  pointerWatch: function(pointer) {
    const app = document.getElementById('app');
    const kinds = { mouse: 0, touch: 1, pen: 2 };
    const kindOf = function(event) { return kinds[event.pointerType] || 0; };
    // Text fields are the browser's own: what happens inside of one is no business of the canvas.
    const isTextField = function(element) {
      return element.matches('input[type=text], input[type=search]');
    };
    const held = {};

    app.addEventListener('pointermove', function(event) {
      if (event.isPrimary) _pointerOnMove(pointer, kindOf(event), event.clientX, event.clientY);
    });
    app.addEventListener('pointerdown', function(event) {
      if (!event.isPrimary || isTextField(event.target)) return;
      held[event.pointerId] = true;
      const grip = event.target.matches('input[type=range]') ? 1 : 0;
      // A drag goes on outside of the window. Nothing else is captured: a captured click would not
      // reach the link that it was meant for.
      if (grip) event.target.setPointerCapture(event.pointerId);
      _pointerOnDown(pointer, kindOf(event), grip, event.button, event.clientX, event.clientY);
    });
    app.addEventListener('pointerup', function(event) {
      if (!held[event.pointerId]) return;
      delete held[event.pointerId];
      _pointerOnUp(pointer, kindOf(event), event.button, event.clientX, event.clientY);
    });
    const left = function(event) {
      delete held[event.pointerId];
      _pointerOnLeave(pointer);
    };
    app.addEventListener('pointercancel', left);
    app.addEventListener('pointerleave', function(event) {
      // A finger leaves after each touch; its momentum still needs the place.
      if (event.pointerType !== 'touch') left(event);
    });
    app.addEventListener('wheel', function(event) {
      if (event.ctrlKey) return;  // The browser's zoom.
      event.preventDefault();
      // Lines and pages as pixels.
      const factor = event.deltaMode === 1 ? 20 : event.deltaMode === 2 ? app.clientHeight : 1;
      _pointerOnWheel(pointer, event.clientX, event.clientY, event.deltaX * factor,
                      event.deltaY * factor);
    }, { passive: false });
  },

  // In the order of ImGuiMouseCursor.
  pointerSetCursor: function(cursor) {
    const names = ['default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize',
                   'nwse-resize', 'pointer', 'wait', 'progress', 'not-allowed'];
    document.getElementById('app').style.cursor = names[cursor] || 'none';
  },
});
