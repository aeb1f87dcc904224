/** A workspace's store: the databases and the journal behind the model's ports. */
@NullMarked
package org.ontodraft.persistence;

import org.jspecify.annotations.NullMarked;
