/** What can be searched, and how hits rank; the index itself is an adapter's. */
@NullMarked
package org.ontodraft.model.search;

import org.jspecify.annotations.NullMarked;
