/** What is wrong: files that could not be read, and findings of the draft. */
@NullMarked
package org.ontodraft.app.ui.problems;

import org.jspecify.annotations.NullMarked;
