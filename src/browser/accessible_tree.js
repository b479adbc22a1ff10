// The DOM half of the accessible tree. Elements lie transparent over what the canvas shows; only text
// fields show themselves, so that the browser's own editing works in them. Keyboard and assistive
// technology act on the elements; mouse and touch bubble on to the canvas (pointer.js), and the click
// that follows a press is therefore not answered here a second time.
mergeInto(LibraryManager.library, {
  $accessibleTree__deps: ['$giveText'],
  $accessibleTree: {
    elements: {},
    inert: [],
    pressed: false,
    focusMoved: false,
    // Where the layer rests in its scrolling frame, so that the browser can bring an element into
    // view from above and from below.
    restingScroll: 100000,
    actions: { activate: 0, focus: 1, blur: 2, setText: 3, setNumber: 4, dismiss: 5 },

    nodeOf: function(element) {
      while (element && !element.framinghamNode) element = element.parentElement;
      return element ? element.framinghamNode : 0;
    },

    isTextField: function(element) {
      return element.matches('input[type=text], input[type=search]');
    },

    create: function(change) {
      const element = document.createElement(change.tag);
      element.framinghamNode = change.id;
      const old = accessibleTree.elements[change.id];
      if (old) {
        element.append(...old.childNodes);
        old.replaceWith(element);
      }
      accessibleTree.elements[change.id] = element;
    },

    change: function(change, settled) {
      if (change.tag) accessibleTree.create(change);
      const element = accessibleTree.elements[change.id];
      if (!element) return;
      Object.entries(change.attributes || {}).forEach(function(entry) {
        if (entry[1] === null) element.removeAttribute(entry[0]);
        else element.setAttribute(entry[0], entry[1]);
      });
      if (change.text !== undefined) element.textContent = change.text;
      if (change.checked !== undefined) element.checked = change.checked;
      // Whoever types is ahead of the app by a frame; their text is not touched before all is drawn.
      const typing = element === document.activeElement && accessibleTree.isTextField(element);
      if (change.value !== undefined && element.value !== change.value && (settled || !typing)) {
        element.value = change.value;
      }
      const style = element.style;
      if (change.place) {
        style.left = change.place[0] + 'px';
        style.top = change.place[1] + 'px';
        style.width = change.place[2] + 'px';
        style.height = change.place[3] + 'px';
      }
      if (change.cut) {
        const sides = change.cut.map(function(length) { return length + 'px'; });
        style.clipPath = change.cut.some(Boolean) ? 'inset(' + sides.join(' ') + ')' : '';
      }
    },

    // Moves only what is out of place: an element that is moved loses the focus.
    arrange: function(parent, ids) {
      let next = parent.firstElementChild;
      ids.forEach(function(id) {
        const element = accessibleTree.elements[id];
        if (element === next) next = next.nextElementSibling;
        else parent.insertBefore(element, next);
      });
    },

    // Everything beside the dialog and beside what contains it.
    isolate: function(modal) {
      accessibleTree.inert.forEach(function(element) { element.inert = false; });
      accessibleTree.inert = [];
      let inside = accessibleTree.elements[modal];
      for (; inside && inside.id !== 'mirror'; inside = inside.parentElement) {
        for (const sibling of inside.parentElement.children) {
          if (sibling === inside) continue;
          sibling.inert = true;
          accessibleTree.inert.push(sibling);
        }
      }
    },

    focus: function(id) {
      const element = accessibleTree.elements[id];
      if (!element) return;
      if (!element.matches('a[href], button, input, [tabindex]')) element.tabIndex = -1;
      element.focus({ preventScroll: true });
    },
  },

  accessibleTreeApply__deps: ['$accessibleTree', '$textAt'],
  accessibleTreeApply: function(changes, size) {
    const batch = JSON.parse(textAt(changes, size));
    batch.removed.forEach(function(id) {
      accessibleTree.elements[id].remove();
      delete accessibleTree.elements[id];
    });
    batch.elements.forEach(function(change) { accessibleTree.change(change, batch.settled); });
    batch.order.forEach(function(entry) {
      const root = document.getElementById('mirror');
      accessibleTree.arrange(accessibleTree.elements[entry[0]] || root, entry[1]);
    });
    accessibleTree.isolate(batch.modal);
    if (batch.focus) accessibleTree.focus(batch.focus);
  },

  accessibleTreeWatch__deps: ['$accessibleTree', '$giveText'],
  accessibleTreeWatch: function(tree) {
    const frame = document.getElementById('mirror-frame');
    const mirror = document.getElementById('mirror');
    const actions = accessibleTree.actions;
    const act = function(kind, node, number) {
      _accessibleTreeOnAction(tree, kind, node, number || 0);
    };

    // A focus ring is for those who move by keyboard; the browser knows who does.
    let focused = 0;
    const tellFocus = function(element) {
      const node = accessibleTree.nodeOf(element);
      if (!node || node === focused || !element.matches(':focus-visible')) return;
      focused = node;
      act(actions.focus, node);
    };
    mirror.addEventListener('focusin', function(event) {
      accessibleTree.focusMoved = true;
      setTimeout(function() { accessibleTree.focusMoved = false; }, 100);
      tellFocus(event.target);
    });
    mirror.addEventListener('focusout', function(event) {
      const node = accessibleTree.nodeOf(event.target);
      if (node === focused) focused = 0;
      if (node) act(actions.blur, node);
    });

    document.addEventListener('pointerdown', function() { accessibleTree.pressed = true; }, true);
    document.addEventListener('keydown', function(event) {
      accessibleTree.pressed = false;
      tellFocus(event.target);
      // Enter and Escape of an input method are its own.
      if (event.isComposing) return;
      const node = accessibleTree.nodeOf(event.target);
      if (event.key === 'Escape') act(actions.dismiss, node);
      if (event.key === 'Enter' && event.target.matches('input[type=search]')) {
        act(actions.activate, node);
      }
    });
    mirror.addEventListener('click', function(event) {
      const seenByCanvas = accessibleTree.pressed && event.detail !== 0;
      accessibleTree.pressed = false;
      const node = accessibleTree.nodeOf(event.target);
      const browsersOwn = event.target.matches('a[href], input[type=range]') ||
          accessibleTree.isTextField(event.target);
      if (!node || browsersOwn) return;
      if (event.target.matches('input')) _accessibleTreeOnChanged(tree, node);
      if (!seenByCanvas) act(actions.activate, node);
    });
    mirror.addEventListener('input', function(event) {
      const element = event.target;
      const node = accessibleTree.nodeOf(element);
      if (accessibleTree.isTextField(element)) {
        giveText(_accessibleTreeText(tree), element.value);
        act(actions.setText, node);
      } else if (element.matches('input[type=range]')) {
        act(actions.setNumber, node, element.valueAsNumber);
      } else {
        return;
      }
      _accessibleTreeOnChanged(tree, node);
    });

    // The canvas drags sliders; the browser must not drag them too.
    const keepFromDragging = function(event) {
      if (!event.target.matches('input[type=range]')) return;
      event.preventDefault();
      event.target.focus({ preventScroll: true });
    };
    mirror.addEventListener('mousedown', keepFromDragging);
    mirror.addEventListener('touchstart', keepFromDragging, { passive: false });

    // Where the browser scrolls to bring an element into view, the canvas scrolls instead. After a
    // movement of the focus it does so by itself.
    frame.addEventListener('scroll', function() {
      const down = frame.scrollTop - accessibleTree.restingScroll;
      frame.scrollTop = accessibleTree.restingScroll;
      frame.scrollLeft = 0;
      if (down !== 0 && !accessibleTree.focusMoved) _accessibleTreeOnScroll(tree, down);
    });
    frame.scrollTop = accessibleTree.restingScroll;
  },
});
