/// The way from a new account to a link.
@NullMarked
package org.meetwright.desktop.guide;

import org.jspecify.annotations.NullMarked;
