@NullMarked
package org.ontodraft.persistence;

import org.jspecify.annotations.NullMarked;
