"""Optimising, integrating, interpolating, sparse matrices, statistics, signals, spatial trees."""

import io

import numpy as np
from scipy import (
    fft,
    integrate,
    interpolate,
    linalg,
    ndimage,
    optimize,
    signal,
    sparse,
    spatial,
    special,
    stats,
)
from scipy import (
    io as files,
)
from scipy.cluster import hierarchy
from scipy.sparse import csgraph
from scipy.sparse import linalg as sparse_linalg


def calculus():
    calls = []

    def rosen(x, a):
        calls.append(1)
        return (a - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2

    for method in ("Nelder-Mead", "BFGS", "L-BFGS-B", "SLSQP", "TNC"):
        found = optimize.minimize(
            rosen, [-1.0, 1.5], args=(1.0,), method=method, options={"maxiter": 5000}
        )
        print(method, found.success, np.abs(found.x - 1).max() < 0.02)
    print(
        optimize.brentq(lambda x: x**3 - 2, 0, 2),
        optimize.root(lambda x: [x[0] ** 2 - 4], [1.0]).x.round(8),
    )
    print(optimize.linprog([-1, -2], A_ub=[[1, 1], [1, 3]], b_ub=[4, 6]).x.round(6))
    fit, _ = optimize.curve_fit(
        lambda x, a, b: a * np.exp(-b * x), np.arange(5.0), 3 * np.exp(-0.5 * np.arange(5.0))
    )
    print(
        fit.round(6),
        optimize.linear_sum_assignment([[4, 1, 3], [2, 0, 5], [3, 2, 2]]),
        len(calls) > 100,
    )
    print(
        integrate.quad(lambda x: np.sin(x), 0, np.pi)[0],
        integrate.dblquad(lambda y, x: x * y, 0, 1, 0, 2)[0],
    )
    solved = integrate.solve_ivp(
        lambda t, y: [y[1], -y[0]],
        (0, 1),
        [0, 1],
        rtol=1e-8,
        atol=1e-8,
        events=lambda t, y: y[0] - 0.5,
    )
    print(solved.y[:, -1].round(6), solved.t_events[0].round(6), solved.status)
    print(integrate.odeint(lambda y, t: -y, 1.0, [0, 1])[1].round(6), integrate.simpson([0, 1, 4]))
    try:
        optimize.brentq(lambda x: x * x + 1, 0, 1)
    except ValueError as e:
        print(e)

    def broken(x):
        raise KeyError("from the callback")

    for use in (
        lambda: integrate.quad(broken, 0, 1),
        lambda: optimize.brentq(broken, 0, 1),
        lambda: optimize.minimize(broken, [1.0]),
    ):
        try:
            use()
        except KeyError as e:
            print(e)


def matrices():
    m = sparse.random_array(
        (50, 50), density=0.1, rng=np.random.default_rng(1)
    ).tocsr() + 5 * sparse.eye_array(50)
    b = np.ones(50)
    print(
        m.nnz,
        np.allclose(m @ sparse_linalg.spsolve(m, b), b),
        np.allclose(m @ sparse_linalg.gmres(m, b, rtol=1e-10)[0], b),
    )
    print(
        m[3:5].toarray()[:, 3:5],
        m.tocoo().coords[0][:4],
        (m.T @ m).has_sorted_indices,
        m.sum(axis=0)[:2].round(4),
    )
    lil = sparse.lil_array((3, 3))
    lil[0, 1] = 2
    lil[2] = [1, 0, 3]
    print(
        lil.tocsc().indptr, sparse.hstack([lil, lil]).shape, sparse.kron(lil, [[1, 2]]).toarray()[0]
    )
    print(
        csgraph.dijkstra([[0, 2, 0], [0, 0, 3], [1, 0, 0]], indices=0),
        csgraph.connected_components(lil),
    )
    a = np.array([[2.0, 1], [1, 3]])
    print(
        linalg.cholesky(a).round(6),
        linalg.expm(np.zeros((2, 2))),
        linalg.lu(a)[2],
        linalg.norm(a, 1),
        linalg.eigh(a)[0].round(6),
    )
    print(
        linalg.toeplitz([1, 2, 3])[1],
        linalg.lstsq(a, [1, 2])[0].round(6),
        linalg.blas.ddot([1.0, 2], [3.0, 4]),
    )
    try:
        linalg.cholesky(-a)
    except linalg.LinAlgError as e:
        print(e)


def data():
    rng = np.random.default_rng(3)
    x = rng.normal(size=200)
    print(
        stats.ttest_1samp(x, 0).pvalue.round(6),
        stats.norm.cdf(1.96).round(6),
        stats.kstest(x, "norm").statistic.round(6),
    )
    print(
        stats.pearsonr(x, x * 2 + 1).statistic.round(6),
        stats.linregress([0, 1, 2], [1, 3, 5]).slope,
        stats.rankdata([3, 1, 3]),
    )
    print(
        stats.gamma.fit(np.abs(x) + 1, floc=0)[0] > 0,
        stats.poisson(3).pmf([0, 1]).round(6),
        stats.mode([1, 2, 2]).mode,
    )
    print(
        stats.gaussian_kde(x)(0.0).round(6),
        stats.chi2_contingency([[10, 20], [20, 10]]).pvalue.round(6),
    )
    print(
        interpolate.CubicSpline([0, 1, 2], [0, 1, 4])(1.5),
        interpolate.make_interp_spline([0, 1, 2, 3], [0, 1, 4, 9])(2.5).round(6),
    )
    print(
        interpolate.RegularGridInterpolator(([0, 1], [0, 1]), [[0, 1], [2, 3]])([0.5, 0.5]),
        interpolate.pchip_interpolate([0, 1], [0, 2], 0.5),
    )
    tree = spatial.KDTree([(0, 0), (1, 1), (5, 5)])
    print(
        tree.query([0.9, 0.9]),
        tree.query_ball_point([0, 0], 2),
        spatial.ConvexHull([(0, 0), (1, 0), (0, 1), (0.1, 0.1)]).vertices,
    )
    print(
        spatial.Delaunay([(0, 0), (1, 0), (0, 1), (1, 1)]).simplices.shape,
        spatial.distance.pdist([[0, 0], [3, 4]], "cityblock"),
    )
    print(spatial.transform.Rotation.from_euler("z", 90, degrees=True).apply([1, 0, 0]).round(6))
    print(
        signal.find_peaks([0, 2, 0, 3, 0])[0],
        signal.butter(2, 0.5)[0].round(6),
        signal.convolve2d(np.eye(2), np.ones((2, 2))),
    )
    print(
        fft.dct([1.0, 2, 3]).round(6),
        signal.savgol_filter([1.0, 4, 9, 16, 25], 3, 2).round(6),
        fft.next_fast_len(13),
    )
    print(
        ndimage.label([[1, 0, 1], [1, 0, 0]]),
        ndimage.gaussian_filter([0.0, 1, 0], 1).round(6),
        ndimage.binary_dilation([0, 1, 0]),
    )
    print(ndimage.generic_filter(np.arange(5.0), lambda v: v.max() - v.min(), size=3))
    print(
        special.gamma(5.5).round(6),
        special.jv(1, 2.0).round(6),
        special.comb(10, 3, exact=True),
        special.erfinv(0.5).round(6),
    )
    print(
        hierarchy.fcluster(hierarchy.linkage([[0], [1], [10]]), 2, "distance"),
        special.expit([0, np.inf]),
    )
    files.savemat(file := io.BytesIO(), {"a": np.eye(2), "s": "text", "c": {"x": [1, 2]}})
    loaded = files.loadmat(file, simplify_cells=True)
    print(loaded["a"], loaded["s"], loaded["c"])


if __name__ == "__main__":
    calculus()
    matrices()
    data()
