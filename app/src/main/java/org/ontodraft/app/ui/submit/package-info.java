/** The way from a draft to a pull request: check, describe, submit. */
@NullMarked
package org.ontodraft.app.ui.submit;

import org.jspecify.annotations.NullMarked;
