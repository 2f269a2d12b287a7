package org.needscape.service;

import org.needscape.layer.Layer;
import org.needscape.store.StoreSession;

/** Where a layer comes from: observations, or a result that is kept. */
interface LayerSource {

    LayerHeading heading();

    Layer load(StoreSession session);
}
