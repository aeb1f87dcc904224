/** Reviews against the git command line. */
@NullMarked
package org.ontodraft.app.service.review;

import org.jspecify.annotations.NullMarked;
