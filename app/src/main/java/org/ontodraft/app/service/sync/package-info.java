/** Fetching upstream and moving the canonical version on. */
@NullMarked
package org.ontodraft.app.service.sync;

import org.jspecify.annotations.NullMarked;
