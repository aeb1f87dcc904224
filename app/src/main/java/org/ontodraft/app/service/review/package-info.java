/** A draft's changes as people review them. */
@NullMarked
package org.ontodraft.app.service.review;

import org.jspecify.annotations.NullMarked;
