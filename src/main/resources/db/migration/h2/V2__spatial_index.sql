create spatial index area_boundary on area (boundary);
