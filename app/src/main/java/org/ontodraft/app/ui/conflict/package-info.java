/** What moving a draft to a newer version does, and what it needs decided. */
@NullMarked
package org.ontodraft.app.ui.conflict;

import org.jspecify.annotations.NullMarked;
