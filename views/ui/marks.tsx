/**
 * The shapes of the labels and the textures of the charts, once a page. A label's shape tells it apart without colour:
 * the circle fills from stage to stage; what ended is a square.
 */
export const Marks = () => (
  <svg class="marks" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path class="hatch" d="M0 0V6" />
      </pattern>
      <pattern
        id="hatch-over"
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path class="hatch-over" d="M0 0V5" />
      </pattern>
      <symbol id="mark-not_assessed" viewBox="0 0 16 16">
        <circle class="hollow dashed" cx="8" cy="8" r="6.5" />
        <circle class="ink" cx="8" cy="8" r="1" />
      </symbol>
      <symbol id="mark-not_started" viewBox="0 0 16 16">
        <circle class="hollow" cx="8" cy="8" r="6.5" />
      </symbol>
      <symbol id="mark-in_progress" viewBox="0 0 16 16">
        <circle class="hollow" cx="8" cy="8" r="6.5" />
        <path class="full" d="M8 8V1.5A6.5 6.5 0 0 1 14.5 8z" />
      </symbol>
      <symbol id="mark-partly_implemented" viewBox="0 0 16 16">
        <circle class="hollow" cx="8" cy="8" r="6.5" />
        <path class="full" d="M8 1.5A6.5 6.5 0 0 1 8 14.5z" />
      </symbol>
      <symbol id="mark-implemented" viewBox="0 0 16 16">
        <circle class="full" cx="8" cy="8" r="7" />
        <path class="on-full" d="M4.7 8.3l2.3 2.3 4.3-4.9" />
      </symbol>
      <symbol id="mark-lapsed" viewBox="0 0 16 16">
        <rect class="hollow" x="1.5" y="1.5" width="13" height="13" />
        <path class="ink-line" d="M4.5 8.5h7" />
      </symbol>
      <symbol id="mark-reversed" viewBox="0 0 16 16">
        <rect class="full" x="1" y="1" width="14" height="14" />
        <path class="on-full" d="M11.5 11V8.5a2 2 0 0 0-2-2h-5M7 4L4.5 6.5 7 9" />
      </symbol>
      <symbol id="mark-abandoned" viewBox="0 0 16 16">
        <rect class="full" x="1" y="1" width="14" height="14" />
        <path class="on-full" d="M5 5l6 6M11 5l-6 6" />
      </symbol>
      <symbol id="mark-superseded" viewBox="0 0 16 16">
        <rect class="hollow" x="1.5" y="1.5" width="13" height="13" />
        <path class="ink-line" d="M4.5 8h6.5M8.5 5l3 3-3 3" />
      </symbol>
    </defs>
  </svg>
)
