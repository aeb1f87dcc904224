@NullMarked
package org.ontodraft.app.service.exchange;

import org.jspecify.annotations.NullMarked;
