@NullMarked
package org.ontodraft.persistence.store;

import org.jspecify.annotations.NullMarked;
