/** What a rebase would do, worked out and shown. */
@NullMarked
package org.ontodraft.app.ui.conflict;

import org.jspecify.annotations.NullMarked;
