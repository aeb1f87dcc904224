@NullMarked
package org.ontodraft.app.service.tracking;

import org.jspecify.annotations.NullMarked;
