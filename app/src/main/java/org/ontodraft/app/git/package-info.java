/** Git by plumbing: fetch, read objects, commit without a working tree, push. */
@NullMarked
package org.ontodraft.app.git;

import org.jspecify.annotations.NullMarked;
