/// The first start and signing in.
@NullMarked
package org.meetwright.desktop.start;

import org.jspecify.annotations.NullMarked;
