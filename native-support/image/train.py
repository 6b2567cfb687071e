"""What the AOT cache is trained on: start-up, and what most programs import and do first."""

import argparse
import collections
import contextlib
import dataclasses
import datetime
import enum
import functools
import io
import json
import logging
import os
import pathlib
import random
import re
import struct
import subprocess
import tempfile
import threading
import typing
import unittest
