/* The step that writes report/: the JSON document, Markdown and HTML made of it, the CSV lists behind its numbers. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "steps/stage/stage.h"

/* Writes into report/ of stage->dir, within the caller's transaction on stage->db. */
bool step_report(struct stage *stage, struct err *e);

#endif
