/** What becomes of drafts that were sent. */
@NullMarked
package org.ontodraft.app.service.tracking;

import org.jspecify.annotations.NullMarked;
