/** What moving a draft to a newer version would do. */
@NullMarked
package org.ontodraft.app.ui.conflict;

import org.jspecify.annotations.NullMarked;
