/// What the pages of a booking show: how it stands, moving it, cancelling it.
@NullMarked
package org.meetwright.server.pages.view.managed;

import org.jspecify.annotations.NullMarked;
