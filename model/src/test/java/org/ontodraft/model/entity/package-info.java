/** Tests of keys, fields and documents. */
@NullMarked
package org.ontodraft.model.entity;

import org.jspecify.annotations.NullMarked;
