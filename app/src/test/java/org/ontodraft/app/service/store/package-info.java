@NullMarked
package org.ontodraft.app.service.store;

import org.jspecify.annotations.NullMarked;
