// Asks for one animation frame at a time. `framinghamFrames` is how many have been drawn since the
// page was loaded: tests read it to see that an idle app draws none.
mergeInto(LibraryManager.library, {
  $frameCount: {drawn: 0},
  $frameCount__postset:
      'Object.defineProperty(window, "framinghamFrames", { get: function() { return frameCount.drawn; } });',

  // The last of all that hear of the press: what it means to the page has been noted by then.
  frameLoopWatchPresses: function(
      loop) { window.addEventListener('click', function() { _frameLoopOnPress(loop); }); },

  frameLoopSchedule__deps: ['$frameCount'],
  frameLoopSchedule: function(loop) {
    requestAnimationFrame(function(time) {
      frameCount.drawn++;
      _frameLoopOnFrame(loop, time);
    });
  },
});
