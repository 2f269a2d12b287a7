# What scripts/bench/hotspots sets beside Needscape: spdep on the same areas, with everything in memory before the clock starts.
# usage: Rscript hotspots-peer.R DATA AREAS PERMUTATIONS CORES
suppressPackageStartupMessages({
  library(sf)
  library(spdep)
})
arguments <- commandArgs(trailingOnly = TRUE)
reference <- file.path(arguments[1], "reference")
areas <- as.integer(arguments[2])
permutations <- as.integer(arguments[3])
invisible(set.coresOption(as.integer(arguments[4])))
set.seed(1)

plain <- tempfile(fileext = ".geojson")
writeLines(readLines(gzfile(file.path(reference, "england.geojson.gz"))), plain)
boundaries <- st_geometry(st_read(plain, quiet = TRUE))[seq_len(areas)]
unlink(plain)
scores <- read.csv(gzfile(file.path(reference, "england.csv.gz")))$imd2019_score[seq_len(areas)]

milliseconds <- function(expression) 1000 * unname(system.time(expression)["elapsed"])

took <- list()
took[["queen contiguity"]] <- milliseconds(queen <- suppressWarnings(poly2nb(boundaries, snap = 0)))
own <- nb2listw(include.self(queen), style = "B", zero.policy = TRUE)
row <- nb2listw(queen, style = "W", zero.policy = TRUE)
took[["Gi*, normal p"]] <- min(replicate(3, milliseconds(localG(scores, own, zero.policy = TRUE))))
took[["Gi*, permuted"]] <- milliseconds(
  localG_perm(scores, own, nsim = permutations, zero.policy = TRUE, no_repeat_in_row = TRUE))
took[["local Moran, permuted"]] <- milliseconds(
  localmoran_perm(scores, row, nsim = permutations, zero.policy = TRUE, no_repeat_in_row = TRUE))
cat("{", paste(sprintf('"%s": %.3f', names(took), unlist(took)), collapse = ", "), "}\n")
