/** What a draft changes, field by field and file by file. */
@NullMarked
package org.ontodraft.app.ui.diff;

import org.jspecify.annotations.NullMarked;
