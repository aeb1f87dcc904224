/** The search index beside a store. */
@NullMarked
package org.ontodraft.persistence.search;

import org.jspecify.annotations.NullMarked;
