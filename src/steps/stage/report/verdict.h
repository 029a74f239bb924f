/* Ready to push, or what stands in the way. */
#ifndef REPORT_VERDICT_H
#define REPORT_VERDICT_H

#include <jansson.h>

/* From the document's accounting, gates, steps and activities: {state, obstacles, remarks}.
 * state: "ready"; "ready_with_remarks": rows stay behind, or a warning wants a look; "not_ready": a gate is not
 * passed, a step is not done or nothing is there to send.
 * An obstacle is {text, section}, a remark {rows, text, section}; `section` names the part of the page that tells
 * more. */
json_t *report_verdict(const json_t *document);

#endif
