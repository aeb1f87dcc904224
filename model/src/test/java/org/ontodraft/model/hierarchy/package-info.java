/** Tests of inheritance. */
@NullMarked
package org.ontodraft.model.hierarchy;

import org.jspecify.annotations.NullMarked;
